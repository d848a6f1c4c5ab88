import { currentViewer } from "@/components/elements/viewer";

/** The link to sign in becomes the way to one's own settings, under one's name; beside it the way to what one was told. */
export class ViewerMenu extends HTMLElement {
  async connectedCallback() {
    const viewer = await currentViewer();
    const link = this.querySelector<HTMLAnchorElement>('a[href="/sign-in"]');
    if (!viewer || !link) return;
    this.showInbox(viewer.unreadCount);
    const name = document.createElement("bdi");
    name.textContent = viewer.name;
    link.replaceChildren(name);
    link.href = "/settings";
  }

  private showInbox(unread: number) {
    const link = this.querySelector<HTMLAnchorElement>(".inbox");
    if (!link) return;
    link.hidden = false;
    if (unread > 0) link.textContent = (link.dataset.count ?? "").replace("#", String(unread));
  }
}
