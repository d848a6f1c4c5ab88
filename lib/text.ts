import { z } from "zod";
import { t } from "@/lib/messages";

/** Unicode code points, which is what every maximum counts (docs/api.md). */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const controls = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text from outside: NUL and lone surrogates are refused, other control characters dropped, line ends made `\n`,
 * the rest normalised to NFC (Unicode Standard Annex 15). `max` and `min` count code points after that.
 */
export function text({ max, min = 0, line = false }: { max: number; min?: number; line?: boolean }) {
  return z
    .string(t("requests.fault.text"))
    .max(max * 4 + 64, t("requests.fault.textLong", { max }))
    .refine((value) => !value.includes("\0"), t("requests.fault.textNul"))
    .refine((value) => value.isWellFormed(), t("requests.fault.textHalf"))
    .transform((value) => tidy(value, line))
    .refine((value) => codePoints(value) <= max, t("requests.fault.textLong", { max }))
    .refine(
      (value) => codePoints(value) >= min,
      min > 1 ? t("requests.fault.textShort", { min }) : t("requests.fault.textEmpty"),
    );
}

/** A moment from outside: ISO 8601 in UTC, from the year 1 on, before which Postgres knows none. */
export const momentText = z.iso
  .datetime({ error: t("requests.fault.moment") })
  .refine((value) => value >= "0001", t("requests.fault.moment"));

/** A single line of text: as `text`, trimmed, with inner white space collapsed. */
export function line(limits: { max: number; min?: number }) {
  return text({ ...limits, line: true });
}

function tidy(value: string, asLine: boolean): string {
  const clean = value.replace(/\r\n?/g, "\n").replace(controls, "").normalize("NFC");
  return asLine ? clean.replace(/[\s\u2028\u2029]+/gu, " ").trim() : clean.trimEnd();
}
