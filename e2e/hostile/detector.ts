import type { BrowserContext, Page } from "@playwright/test";

/** Whatever a page that runs somebody's script would do first is told to us. */
export async function listenForScripts(context: BrowserContext): Promise<string[]> {
  const heard: string[] = [];
  await context.exposeBinding("tellOfScript", ({ page }, what: string) => {
    heard.push(`${page.url()}: ${what}`);
  });
  await context.addInitScript(() => {
    const tell = (what: string) => Reflect.get(window, "tellOfScript")(what);
    for (const name of ["alert", "confirm", "prompt", "print"]) {
      Object.defineProperty(window, name, {
        value: (...words: unknown[]) => tell(`${name}(${words.join(", ")})`),
        configurable: true,
      });
    }
    Object.defineProperty(window, "__x", { set: () => tell("window.__x"), configurable: true });
    document.addEventListener("securitypolicyviolation", (event) =>
      tell(`refused ${event.violatedDirective}: ${event.blockedURI}`),
    );
  });
  context.on("dialog", (dialog) => {
    heard.push(`${dialog.page()?.url()}: a dialog`);
    void dialog.dismiss();
  });
  return heard;
}

/** What stands in a page that nobody's words may make. */
export function disallowed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const offences: string[] = [];
    const allowed = (script: Element) =>
      script.getAttribute("type") === "application/ld+json" ||
      script.matches("script[src^='/elements/'], script[nonce]") ||
      Reflect.get(script, "nonce") !== "";
    for (const element of document.querySelectorAll("*")) {
      if (element.matches("iframe, object, embed, base, frame, applet, math, marquee, meta[http-equiv]"))
        offences.push(element.outerHTML);
      if (element.matches("script") && !allowed(element)) offences.push(element.outerHTML);
      for (const { name, value } of element.attributes) {
        const reaches = /^(href|src|action|formaction|xlink:href|data|poster)$/.test(name);
        if (
          /^on/i.test(name) ||
          name === "srcdoc" ||
          (reaches && /^[\s\p{Cc}]*(javascript|vbscript|data:text)/iu.test(value))
        ) {
          offences.push(`${name}="${value.slice(0, 200)}"`);
        }
      }
    }
    return offences;
  });
}
