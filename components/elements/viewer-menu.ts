import { who } from "@/components/elements/who";

/** The link to sign in becomes the way to one's own settings, under one's name. */
export class ViewerMenu extends HTMLElement {
  async connectedCallback() {
    const viewer = await who();
    const link = this.querySelector("a");
    if (!viewer || !link) return;
    const name = document.createElement("bdi");
    name.textContent = viewer.name;
    link.replaceChildren(name);
    link.href = "/settings";
  }
}
