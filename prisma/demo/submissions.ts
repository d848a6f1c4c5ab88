import { after, day } from "@/lib/clock";
import { chances } from "@/prisma/demo/drawings/shapes";
import { chamber } from "@/prisma/demo/letters/chamber";
import { countNext } from "@/prisma/demo/letters/count-next";
import { crossings } from "@/prisma/demo/letters/crossings";
import { greetings } from "@/prisma/demo/letters/greetings";
import { households } from "@/prisma/demo/letters/households";
import type { Letter } from "@/prisma/demo/letters/letter";
import { thisMagazine } from "@/prisma/demo/letters/this-magazine";
import { type PasserBy, passerByKeys } from "@/prisma/demo/passers-by";
import type { PersonKey } from "@/prisma/demo/people";
import { rhythm } from "@/prisma/demo/rhythm";
import { advertising } from "@/prisma/demo/unwelcome/advertising";
import { astray } from "@/prisma/demo/unwelcome/astray";
import { rudeness } from "@/prisma/demo/unwelcome/rudeness";
import type { ReportReason } from "@/prisma/generated/enums";

export type Page = "letters-to-the-editor" | "what-should-we-count-next";

/** Something that was sent to a standing page. What became of it is noted as it happens. */
export interface Submission {
  by: PersonKey | PasserBy;
  body: string;
  page: Page;
  at: Date;
  /** Why it is turned away; null where it is welcome. */
  reason: ReportReason | null;
  /** How far the season had gone, 0 to 1. */
  course: number;
  id?: string;
  waits?: boolean;
  decisionId?: string;
  decidedBy?: PersonKey;
}

/** Everything that was sent, in the order of files; a season of 90 days in the rhythm of weeks. */
export function submissions(now: Date): Submission[] {
  const written = rhythm(after(now, -89 * day), after(now, -day));
  const late = rhythm(after(now, -87 * day), after(now, -day));
  return [
    ...spread(interleaved([crossings, households, chamber, thisMagazine]), "letters-to-the-editor", written),
    ...spread(countNext, "what-should-we-count-next", late),
    ...passerByKeys.flatMap((key, place) => visitsOf(key, place, late)),
  ];
}

/** The first of each file, then the second of each, and so on. */
function interleaved(files: readonly (readonly Letter[])[]): Letter[] {
  const longest = Math.max(...files.map((file) => file.length));
  const turns = Array.from({ length: longest }, (_, at) => files.map((file) => file[at]));
  return turns.flat().filter((letter) => letter !== undefined);
}

function spread(letters: readonly Letter[], page: Page, moment: (share: number) => Date): Submission[] {
  const chance = chances(letters.length);
  return letters.map(([by, body], at) => {
    const course = (at + chance()) / letters.length;
    return { by, body, page, at: moment(course), reason: null, course };
  });
}

const unwelcome = [...advertising, ...rudeness, ...astray];

/** A passer-by came for some weeks of the season: with a word of greeting, if they meant to stay a while, and then with the rest. */
function visitsOf(key: PasserBy, place: number, moment: (share: number) => Date): Submission[] {
  const chance = chances(place + 5);
  const theirs = unwelcome.filter(([by]) => by === key);
  const begins = (((place * 5) % passerByKeys.length) / passerByKeys.length) * 0.6;
  const open: Page = "what-should-we-count-next";
  const visit = (at: number) => begins + (0.38 * at) / (theirs.length + 1);
  const greeting = greetings[key];
  return [
    ...(greeting ? [{ by: key, body: greeting, page: open, at: moment(begins), reason: null, course: begins }] : []),
    ...theirs.map(([by, reason, body], at): Submission => {
      const course = visit(at + 0.5 + chance() / 2);
      return { by, body, page: at % 3 === 1 ? "letters-to-the-editor" : open, at: moment(course), reason, course };
    }),
  ];
}
