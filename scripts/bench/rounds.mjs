import { median } from "./measure.mjs";

const rounds = 3;

/** Medians of rounds in turns, so that what else the machine does meets both alike. */
export async function inTurns(ours, theirs) {
  const found = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    found.ours.push(await ours(round));
    found.theirs.push(await theirs(round));
  }
  const [mine, least] = [median(found.ours), median(found.theirs)];
  return { mine, least, ratio: mine / least };
}

/** As many comments as are stored. */
export async function counted(client) {
  const { rows } = await client.query("SELECT count(*)::int AS count FROM comments");
  return rows[0].count;
}

/** Turns of `inTurns`. */
export const turns = rounds;

export const figure = (number) => number.toLocaleString("en", { maximumFractionDigits: number < 100 ? 3 : 0 });
