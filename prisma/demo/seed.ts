import { isAdmin, personAt, system } from "@/lib/actor";
import { learn } from "@/lib/moderation/learning";
import { changeSettings } from "@/lib/settings-change";
import { address, type Cast, signUpAll } from "@/prisma/demo/cast";
import { consequences } from "@/prisma/demo/consequences";
import { converse } from "@/prisma/demo/conversation";
import { Season } from "@/prisma/demo/letters";
import { listen, readOlder } from "@/prisma/demo/listening";
import { type PersonKey, person } from "@/prisma/demo/people";
import { pieces } from "@/prisma/demo/pieces";
import { beginDraft, lookAfter, print, storeDrawings } from "@/prisma/demo/press";
import { letterPages } from "@/prisma/demo/standing";
import { submissions } from "@/prisma/demo/submissions";

interface Demonstration {
  /** Of every account. */
  password: string;
  /** When it is looked at: every date in it is reckoned from here. */
  now: Date;
  /** Told what is being done, a few words at a time. */
  tell?: (progress: string) => void;
}

const shown: readonly PersonKey[] = ["imogen", "hester", "margit", "rosalind", "ewan"];

/**
 * Builds the demonstration publication in an empty database, through the product's own mutations.
 * Resolves to one account for each role. A run that was cut is begun anew on a database that was emptied (`server/demonstration.ts`).
 */
export async function runDemo({
  password,
  now,
  tell = () => undefined,
}: Demonstration): Promise<{ accounts: { role: string; email: string }[] }> {
  tell("Drawing pictures, inviting readers");
  const [pictures, cast] = await Promise.all([storeDrawings(now), signUpAll(password, now)]);
  await nameThePublication(cast, now);
  tell("Printing articles");
  const printed = [];
  for (const piece of pieces) printed.push(await print(cast, pictures, piece, now));
  const pages = [];
  for (const page of letterPages) pages.push(await print(cast, pictures, page, now));
  await beginDraft(cast, now);
  tell("Having the discussions");
  await listen(cast, printed);
  const sent = submissions(now);
  const season = new Season(cast, pages, now);
  await season.welcome(sent);
  await converse(cast, printed, [...sent.flatMap((each) => season.stepsOf(each)), ...consequences(season, sent)]);
  tell("Learning from what was decided");
  await learn();
  await readOlder(cast, now);
  for (const article of printed) await lookAfter(cast, article);
  return { accounts: shown.map((key) => ({ role: person(key).role, email: address(key) })) };
}

async function nameThePublication(cast: Cast, now: Date): Promise<void> {
  const admin = cast.get("ewan");
  const by = admin ? personAt(system(now), admin) : null;
  if (!isAdmin(by)) throw new Error("The demonstration has no admin.");
  await changeSettings(by, {
    name: "Rejoinder",
    description: "Political and economic analysis, and what its readers answer.",
  });
}
