import type { Metadata } from "next";
import { site } from "@/components/layout/site";

interface About {
  title?: string;
  description?: string;
  /** The one address of the page. */
  path: string;
  /** A feed of this page alone, beside the publication's. */
  feed?: { url: string; title: string };
  openGraph?: Metadata["openGraph"];
}

/** What a reader page tells machines: its one address, the feeds, how it looks when it is passed on. */
export async function pageMetadata({ title, description, path, feed, openGraph }: About): Promise<Metadata> {
  const { name, description: motto } = await site();
  return {
    ...(title !== undefined && { title }),
    description: description || motto,
    alternates: {
      canonical: path,
      types: {
        "application/atom+xml": [...(feed ? [feed] : []), { url: "/feed.xml", title: name }],
        "application/rss+xml": [{ url: "/rss.xml", title: name }],
        "application/feed+json": [{ url: "/feed.json", title: name }],
      },
    },
    openGraph: {
      type: "website",
      siteName: name,
      title: title ?? name,
      description: description || motto,
      url: path,
      ...openGraph,
    },
  };
}
