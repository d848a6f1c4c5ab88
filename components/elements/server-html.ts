/** The first element that `selector` finds in a page of this site, fetched as this visitor sees it; null if it cannot be had. */
export async function fromPage(path: string, selector: string): Promise<HTMLElement | null> {
  try {
    const answer = await fetch(path, { headers: { accept: "text/html" } });
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const node = page.querySelector<HTMLElement>(selector);
    return node && document.importNode(node, true);
  } catch {
    return null;
  }
}
