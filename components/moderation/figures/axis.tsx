import { Table } from "@/components/ui/table";
import { t } from "@/lib/messages";

/** The first day, one in the middle, and the last. */
export function DayAxis({ names }: { names: string[] }) {
  const shown = [names[0], names[Math.floor(names.length / 2)], names.at(-1)];
  return (
    <p className="day-axis" aria-hidden="true">
      {[...new Set(shown)].map((name) => (
        <span key={name}>{name}</span>
      ))}
    </p>
  );
}

interface AsTableProps {
  caption: string;
  head: string[];
  rows: { name: string; cells: string[] }[];
}

/** The numbers of a chart, for whoever listens or wants them to the last. */
export function AsTable({ caption, head, rows }: AsTableProps) {
  return (
    <details>
      <summary>{t("figures.asTable")}</summary>
      <Table keep caption={caption} head={head} figures={head.map((_, at) => at).slice(1)}>
        {rows.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={head[at + 1]} className="num">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </details>
  );
}
