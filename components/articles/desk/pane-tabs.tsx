import type { MouseEvent } from "react";
import { t } from "@/lib/messages";

export type Pane = "work" | "side";

interface PaneTabsProps {
  id: string;
  show: Pane;
  draft: string | undefined;
  /** With JavaScript a tab changes what stands, and no unsaved word is lost. */
  onShow(pane: Pane): void;
  side: string;
}

/** Pieces, Write, Preview: one at a time where the window is narrow. */
export function PaneTabs({ id, show, draft, onShow, side }: PaneTabsProps) {
  const kept = draft ? `draft=${encodeURIComponent(draft)}&` : "";
  const tabs = [
    { pane: "work", label: t("admin.tab.write") },
    { pane: "side", label: side },
  ] as const;
  const choose = (pane: Pane) => (event: MouseEvent) => {
    event.preventDefault();
    onShow(pane);
  };
  return (
    <div className="pane-tabs">
      <nav className="tabs" aria-label={t("admin.tab.label")}>
        <a href="/admin">{t("admin.tab.pieces")}</a>
        {tabs.map(({ pane, label }) => (
          <a
            key={pane}
            href={`/admin/articles/${id}?${kept}show=${pane}`}
            aria-current={pane === show ? "page" : undefined}
            onClick={choose(pane)}
          >
            {label}
          </a>
        ))}
      </nav>
    </div>
  );
}
