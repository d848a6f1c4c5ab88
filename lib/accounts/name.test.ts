import { describe, expect, it } from "vitest";
import { handleFrom, handlesNear, isReserved } from "@/lib/accounts/handle";
import { looksLikeOneOf, spellsStaff } from "@/lib/accounts/name";
import { handleSchema, nameSchema, newPasswordSchema } from "@/lib/accounts/schema";

describe("a name that could be staff's", () => {
  it.each([
    "Admin",
    "ADMINISTRATOR",
    "Αdmin",
    "аdmin",
    "adm1n",
    "A d m i n",
    "Site Moderator",
    "Мoderator",
    "The Editor",
    "Ｓｔａｆｆ",
    "Re joinder",
    "R.e.j.o.i.n.d.e.r",
    "m o d e r a t o r",
  ])("%s is seen through", (name) => expect(spellsStaff(name)).toBe(true));

  it.each(["Rosa Root", "Adminah Osei", "Ed Mallory", "Modesty Blaise", "林慧清", "Édith Staffa", "Sys Temple"])(
    "%s is left alone",
    (name) => expect(spellsStaff(name)).toBe(false),
  );

  it("is known beside the names of those who work here", () => {
    expect(looksLikeOneOf("Rоsalind Аchter", ["Rosalind Achter"])).toBe(true);
    expect(looksLikeOneOf("rosalind-achter", ["Rosalind Achter"])).toBe(true);
    expect(looksLikeOneOf("Rosalind Acker", ["Rosalind Achter"])).toBe(false);
  });
});

describe("names", () => {
  it.each(["Wren\u202eOkafor", "\u200e", "\u2067Wren", " ", "\u3164", "W\0ren", "\ud800", "x".repeat(81)])(
    "%j is refused",
    (name) => {
      expect(nameSchema.safeParse(name).success).toBe(false);
    },
  );

  it("are one line, normalised", () => {
    expect(nameSchema.parse("  Zoe\u0308 \r\n\u2028 Okafor ")).toBe("Zoë Okafor");
    expect(nameSchema.parse("<script>alert(1)</script>")).toBe("<script>alert(1)</script>");
  });
});

function firstOf(count: number, handles: Generator<string>): string[] {
  return Array.from({ length: count }, () => handles.next().value);
}

describe("handles", () => {
  it("come from the name, transliterated, at most 30", () => {
    expect(handleFrom("Ångström & Søn")).toBe("angstrom-and-son");
    expect(handleFrom("Юлия Ковалёва")).toBe("yuliya-kovalyova");
    expect(handleFrom("x".repeat(80))).toHaveLength(30);
    expect(handleFrom("林慧清")).toMatch(/^reader-\d{6}$/);
    expect(handleFrom("12345")).toMatch(/^reader-\d{6}$/);
  });

  it("have others near them, none longer than 30", () => {
    const [first, second, ...others] = firstOf(20, handlesNear("x".repeat(30)));
    expect([first?.length, second]).toEqual([30, `${"x".repeat(28)}-2`]);
    expect(others.every((handle) => handleSchema.safeParse(handle).success)).toBe(true);
  });

  it("are kept back where they are pages or offices", () => {
    expect(["admin", "sign-in", "api", "moderator"].every(isReserved)).toBe(true);
  });
});

describe("passwords", () => {
  it.each([12, 64, 72, 73, 128])("of %i characters are taken whole, spaces and all", (length) => {
    const password = ` é${"🦩".repeat(length - 3)} `;
    expect(newPasswordSchema.parse(password)).toBe(password.normalize("NFC"));
  });

  it.each([8, 11, 129, 1_000_000])("of %i characters are refused, quickly", (length) => {
    const began = performance.now();
    expect(newPasswordSchema.safeParse("x".repeat(length)).success).toBe(false);
    expect(performance.now() - began).toBeLessThan(50);
  });
});
