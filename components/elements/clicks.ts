/** What happens in place of following a link of the thread. Gives whether it was done; where it was not, the link does what it always did. */
export type Act = (link: HTMLAnchorElement, item: HTMLElement) => Promise<boolean>;

/** Does this in place of following the links in comments that `selector` finds, unless somebody wants them in a tab of its own. */
export function onLink(thread: HTMLElement, selector: string, act: Act) {
  thread.addEventListener("click", (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const item = link?.closest("li");
    if (!link?.matches(selector) || !item) return;
    event.preventDefault();
    void act(link, item).then((done) => {
      if (!done) location.assign(link.href);
    });
  });
}
