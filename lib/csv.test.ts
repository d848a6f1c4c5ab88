import { describe, expect, test } from "vitest";
import { csv } from "@/lib/csv";

describe("a table as CSV", () => {
  test("ends each line with CRLF and doubles quotes", () => {
    expect(
      csv([
        ["a", "b, c", 'say "no"'],
        ["two\nlines", "", null],
      ]),
    ).toBe('a,"b, c","say ""no"""\r\n"two\nlines",,\r\n');
  });

  test.each(['=HYPERLINK("http://evil.example","x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"])(
    "runs no formula: %j",
    (text) => {
      expect(csv([[text]])).toBe(`"'${text.replaceAll('"', '""')}"\r\n`);
    },
  );

  test("leaves numbers numbers, those below zero too", () => {
    expect(csv([[-1.5, 0, 12]])).toBe("-1.5,0,12\r\n");
  });
});
