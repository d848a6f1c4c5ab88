import { ownStyle } from "@/components/layout/own-style";
import { ignoredBy } from "@/lib/accounts/queries";
import { failed } from "@/lib/conditional-response";
import { unreadCount } from "@/lib/notifications/queries";
import { currentViewer } from "@/lib/session";

const headers = {
  "content-type": "text/css; charset=utf-8",
  "cache-control": "private, no-store",
  // What applies to a page tells whom one ignores.
  "cross-origin-resource-policy": "same-origin",
};

/** What differs for whoever is signed in, for pages that are the same for everybody and have no scripts. */
export async function GET(request: Request) {
  try {
    const viewer = await currentViewer();
    if (!viewer) return new Response("", { headers });
    const [unread, ignored] = await Promise.all([unreadCount(viewer), ignoredBy(viewer)]);
    return new Response(ownStyle({ unread, ignored: ignored.map(({ handle }) => handle) }), { headers });
  } catch (thrown) {
    return failed(request, thrown);
  }
}
