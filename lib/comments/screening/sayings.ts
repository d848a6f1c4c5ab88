import { z } from "zod";
import { t } from "@/lib/messages";

/** What a step can say of a comment that it holds or, in shadow, would refuse, by its name in the catalogue (`screening.held`). */
const sayings = [
  "measure",
  "measureUntil",
  "lengthOver",
  "lengthUnder",
  "repeated",
  "floodWriter",
  "floodThread",
  "links",
  "shouting",
  "stretched",
  "first",
  "firstUnknown",
  "learned",
  "allHeld",
  "firstHeld",
  "firstHeldUnknown",
  "edited",
  "notTaken",
] as const;

export const saidSchema = z.object({
  key: z.enum(sayings),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** A saying with its figures: what is stored, so that it can be read later in other words, or another language. */
export type Said = z.output<typeof saidSchema>;

export const inWords = ({ key, values }: Said): string => t(`screening.held.${key}`, values);
