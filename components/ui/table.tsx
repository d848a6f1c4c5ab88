import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

interface TableProps {
  caption: string;
  /** Heads of the columns; those in `figures` (by place) stand at the end of their cells. */
  head: ReactNode[];
  figures?: number[];
  /** Of numbers: it stays a table where there is little room, since its heads say what they are. */
  keep?: boolean;
  children: ReactNode;
}

/** A table in a frame that may scroll sideways and can be reached by keyboard. */
export function Table({ caption, head, figures = [], keep = false, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer (WCAG 2.1.1)
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table className={classes("table", keep && "keep")}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
              <th key={place} scope="col" className={figures.includes(place) ? "num" : undefined}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
