import { Pager } from "@/components/ui/pager";
import type { DeskGroup } from "@/lib/articles/desk";
import type { ArticleSummary } from "@/lib/articles/summary";
import { formatDay, formatMoment, formatNumber, t } from "@/lib/messages";

interface PiecesProps {
  groups: readonly DeskGroup[];
  /** The one that is open; none where a new one can be begun beside the list. */
  current?: string;
  /** Only one status is shown, page by page. */
  paged?: boolean;
}

function about({ status, publishedAt, updatedAt, wordCount, commentCount }: ArticleSummary): string {
  if (status === "scheduled" && publishedAt)
    return t("admin.pieces.scheduledFor", { moment: formatMoment(publishedAt) });
  if (status === "published" && publishedAt)
    return t("admin.pieces.publishedOn", { day: formatDay(publishedAt), comments: commentCount });
  return t("admin.pieces.draftOf", { words: wordCount, day: formatDay(updatedAt) });
}

function Piece({ piece, current }: { piece: ArticleSummary; current: boolean }) {
  return (
    <li>
      <a className="row" href={`/admin/articles/${piece.id}`} aria-current={current ? "true" : undefined}>
        <b className="title" dir="auto" lang={piece.lang}>
          {piece.title}
        </b>
        <br />
        <span className="small">{about(piece)}</span>
      </a>
    </li>
  );
}

/** One's pieces by status, with the way to the rest of each. */
export function Pieces({ groups, current, paged = false }: PiecesProps) {
  return (
    <nav className="pane-list" aria-label={t("admin.pieces.title")}>
      {groups.map(({ status, count, items, nextCursor }) => (
        <section key={status} aria-labelledby={`pieces-${status}`}>
          <h2 className="group" id={`pieces-${status}`}>
            <span>{t(`admin.status.${status}`)}</span>
            <span className="num">{formatNumber(count)}</span>
          </h2>
          {items.length > 0 ? (
            <ul className="rows">
              {items.map((piece) => (
                <Piece key={piece.id} piece={piece} current={piece.id === current} />
              ))}
            </ul>
          ) : (
            <p className="small none">{t(`admin.none.${status}`)}</p>
          )}
          {paged ? (
            <Pager
              more={nextCursor && `/admin?status=${status}&cursor=${encodeURIComponent(nextCursor)}`}
              start="/admin"
            />
          ) : (
            nextCursor && (
              <p className="small none">
                <a href={`/admin?status=${status}`}>{t("admin.pieces.all", { count })}</a>
              </p>
            )
          )}
        </section>
      ))}
      {current && (
        <p className="none">
          <a className="button wide" href="/admin#title">
            {t("admin.new.begin")}
          </a>
        </p>
      )}
    </nav>
  );
}
