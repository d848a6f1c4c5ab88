/** The middle of a person's page, or the address of what was shown instead. */
interface ReadPage {
  parts: Node[] | null;
  address: string;
}

/** Asks for a person's page, also by sending one of its forms, and takes its middle: the HTML that the server made. */
export async function readPersonPage(request: Request): Promise<ReadPage> {
  const { url } = request;
  try {
    const answer = await fetch(request);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const middle = page.querySelector(".desk-page:has(.person)");
    return {
      parts: middle ? [...middle.childNodes].map((part) => document.importNode(part, true)) : null,
      address: answer.url,
    };
  } catch {
    return { parts: null, address: url };
  }
}
