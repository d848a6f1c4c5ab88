import "./reader.css";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import elements from "@/.build/elements.json";
import { site } from "@/components/layout/site";
import { preloadedFont } from "@/components/ui/font";
import { directionOf } from "@/lib/direction";
import { siteUrl } from "@/lib/env";
import { t } from "@/lib/messages";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const { name, description } = await site();
  return {
    metadataBase: new URL(siteUrl()),
    title: { default: name, template: `%s · ${name}` },
    description,
    icons: { icon: [{ url: "/favicon.svg", type: "image/svg+xml" }], apple: "/apple-touch-icon.png" },
  };
}

export const viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfbf9" },
    { media: "(prefers-color-scheme: dark)", color: "#151917" },
  ],
};

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  const { lang } = await site();
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <head>
        <link rel="preload" as="font" type="font/woff2" href={preloadedFont} crossOrigin="anonymous" />
        <script type="module" src={elements.src} />
        <noscript>
          <link rel="stylesheet" href="/own.css" />
        </noscript>
      </head>
      <body>
        <a className="skip" href="#text">
          {t("layout.skip")}
        </a>
        {children}
      </body>
    </html>
  );
}
