/** The rows of a file with separated values (RFC 4180): quoted fields may hold separators, quotes written twice and line ends. Never fails: what is torn is read as it stands. */
export function rowsOf(text: string, separator: "," | "\t" | ";"): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let from = text.startsWith("\ufeff") ? 1 : 0;
  while (from < text.length) {
    const [field, next] = text[from] === '"' ? quoted(text, from) : bare(text, from, separator);
    row.push(field);
    from = next + 1;
    if (text[next] === separator && from < text.length) continue;
    if (text[next] === separator) row.push("");
    if (text[next] === "\r" && text[from] === "\n") from++;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}

/** A field and where it ends: at the separator, the line's end, or the end of the text. */
function bare(text: string, from: number, separator: string): [string, number] {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return [text.slice(from, end), end];
}

function quoted(text: string, from: number): [string, number] {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  const closed = end < 0 ? text.length : end;
  return [text.slice(from + 1, closed).replaceAll('""', '"'), end < 0 ? text.length : end + 1];
}
