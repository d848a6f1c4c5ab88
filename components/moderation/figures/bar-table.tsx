import { Table } from "@/components/ui/table";
import { formatNumber } from "@/lib/messages";

interface BarTableProps {
  caption: string;
  /** Of the names, of the count that the bars draw, and of the counts beside it. */
  head: string[];
  rows: { name: string; count: number; parts: number[] }[];
}

/** A table whose first count is drawn as a bar beside its name; the longest first. */
export function BarTable({ caption, head, rows }: BarTableProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const sorted = rows.toSorted((one, other) => other.count - one.count);
  return (
    <Table keep caption={caption} head={head} figures={head.map((_, at) => at).slice(1)}>
      {sorted.map(({ name, count, parts }) => (
        <tr key={name}>
          <th scope="row">
            {name}
            <svg className="bar-of-row" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <path d={`M0 0h${((100 * count) / most).toFixed(1)}v4H0z`} />
            </svg>
          </th>
          {[count, ...parts].map((value, at) => (
            <td key={head[at + 1]} className="num">
              {formatNumber(value)}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
