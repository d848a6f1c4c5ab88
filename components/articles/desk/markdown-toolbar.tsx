"use client";

import { type ChangeEvent, type RefObject, useEffect, useRef, useState } from "react";
import { applyMark, type MarkName, marks } from "@/components/articles/desk/markdown-marks";
import { sendPicture } from "@/components/articles/desk/save-words";
import { insert } from "@/components/elements/text-marks";
import { t } from "@/lib/messages";

const names = Object.keys(marks).filter((name): name is MarkName => name in marks);

interface ToolbarProps {
  area: RefObject<HTMLTextAreaElement | null>;
  onFault(message: string): void;
}

/** Buttons that write Markdown; only where there is JavaScript to press them with. */
export function MarkdownToolbar({ area, onFault }: ToolbarProps) {
  const [ready, setReady] = useState(false);
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => setReady(true), []);
  if (!ready) return null;

  async function picture({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = currentTarget.files ?? [];
    currentTarget.value = "";
    if (!chosen || !area.current) return;
    setBusy(true);
    try {
      const url = await sendPicture(chosen, t("admin.picture.failed"));
      insert(area.current, `\n\n![](${url})\n\n`);
    } catch (thrown) {
      onFault(thrown instanceof Error ? thrown.message : t("admin.picture.failed"));
    }
    setBusy(false);
  }

  return (
    <div className="toolbar" role="toolbar" aria-label={t("admin.toolbar.label")} aria-controls="body">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          title={t(`admin.toolbar.${name}.does`)}
          onClick={() => area.current && applyMark(area.current, name)}
        >
          {t(`admin.toolbar.${name}.label`)}
        </button>
      ))}
      <button type="button" aria-busy={busy || undefined} onClick={() => file.current?.click()}>
        {busy ? t("admin.picture.sending") : t("admin.toolbar.picture")}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={t("admin.toolbar.picture")}
        accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
        onChange={picture}
      />
    </div>
  );
}
