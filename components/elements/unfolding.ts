import { onLink } from "@/components/elements/clicks";
import { arrived, attend, itemOf } from "@/components/elements/comment-dom";
import { fromPage } from "@/components/elements/server-html";

/** "12 more replies" brings them here, and the way to those that are still folded. */
export function unfold(thread: HTMLElement) {
  onLink(thread, ".more[data-fold] a", async (link, fold) => {
    const list = fold.closest("ol");
    const parent = CSS.escape(list?.closest("li")?.id ?? "");
    const whole = await fromPage(link.href, `#${parent} > article > details > ol`);
    if (!list || !whole) return false;
    const fresh = [...whole.children].filter((item) =>
      item.id ? !itemOf(thread, item.id.replace("comment-", "")) : item.matches(".more"),
    );
    fold.replaceWith(...fresh);
    arrived(thread);
    attend(fresh[0] ?? null);
    return true;
  });
}
