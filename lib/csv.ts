/**
 * A table as CSV (RFC 4180): CRLF at the end of each line, quotes doubled. A text that a spreadsheet would take for a formula, since it begins with
 * = + - @ (full-width ones too), a tab or a line break, gets an apostrophe before it (OWASP, CSV injection); a number is written as a number.
 */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const harmless = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) || harmless !== value ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
