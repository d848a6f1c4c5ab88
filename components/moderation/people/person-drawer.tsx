"use client";

import { type FormEvent, type MouseEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { readPersonPage } from "@/components/moderation/people/person-page";
import { useReady } from "@/components/moderation/use-ready";
import { t } from "@/lib/messages";

/** The way to a person's page; with scripts the page opens in a drawer beside the work, and its forms answer there. */
export function PersonDrawer({ handle, name }: { handle: string; name: string }) {
  const address = `/moderation/people/${handle}`;
  const dialog = useRef<HTMLDialogElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  const ready = useReady();

  /** Asks for a page and shows its middle, as the server made it; what is no such page is gone to. */
  async function show(request: Request): Promise<void> {
    setBusy(true);
    const read = await readPersonPage(request);
    setBusy(false);
    if (!read.parts) return window.location.assign(read.address);
    page.current?.replaceChildren(...read.parts);
    const news = page.current?.querySelector<HTMLElement>(".alert, h1");
    news?.setAttribute("tabindex", "-1");
    (page.current?.querySelector<HTMLElement>("[autofocus]") ?? news)?.focus();
    dialog.current?.scrollTo({ top: 0 });
  }

  function open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !dialog.current) return;
    event.preventDefault();
    page.current?.replaceChildren();
    dialog.current.showModal();
    void show(new Request(address));
  }

  function send(event: FormEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method === "dialog") return;
    event.preventDefault();
    if (busy) return;
    const fields = [...new FormData(form)].flatMap(([field, value]) =>
      typeof value === "string" ? [[field, value]] : [],
    );
    void show(new Request(form.action, { method: "POST", body: new URLSearchParams(fields) }));
  }

  return (
    <>
      <a href={address} onClick={open}>
        {t("measures.openFile")}
      </a>
      {ready &&
        createPortal(
          <dialog
            ref={dialog}
            className="drawer"
            aria-label={t("measures.drawer", { name })}
            aria-busy={busy}
            onSubmit={send}
          >
            <form method="dialog" className="drawer-head">
              <button type="submit" className="button quiet">
                {t("measures.close")}
              </button>
            </form>
            {busy && <p role="status">{t("measures.loading")}</p>}
            <div className="desk">
              <div ref={page} className="desk-page" />
            </div>
          </dialog>,
          document.body,
        )}
    </>
  );
}
