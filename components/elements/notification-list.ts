/** What one goes to is read. Without it, its button says so. */
export class NotificationList extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", ({ target }) => {
      const item = target instanceof Element && target.closest("a")?.closest(".unread");
      if (!item) return;
      const ids = [item.id.replace("told-", "")];
      // It outlives the page.
      void fetch("/api/v1/notifications/read", {
        method: "POST",
        keepalive: true,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ids }),
      }).catch(() => undefined);
    });
  }
}
