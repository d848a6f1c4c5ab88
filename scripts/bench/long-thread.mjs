import { load, median } from "./measure.mjs";
import { costAnew, keptJob, renderAnew } from "./pages.mjs";
import { figure, inTurns } from "./rounds.mjs";
import { measured } from "./statements.mjs";
import { buildThread } from "./threads.mjs";

/** The address of the page after, as the page's own link says it. */
async function pageAfter(port, path) {
  const text = await (await fetch(`http://localhost:${port}${path}`)).text();
  const href = /<a\b[^>]*\brel="next"[^>]*>/.exec(text)?.[0].match(/href="([^"#]+)/)?.[1];
  if (!href) throw new Error(`${path} leads to no further page.`);
  return href.replaceAll("&amp;", "&");
}

/** An article with 10,000 comments beside one with 100: the first page anew and kept, and in the database the page after. */
async function run({ folder, people, client, ...here }) {
  await buildThread(client, people, { slug: "a-hundred-answers", comments: 100 });
  await buildThread(client, people, { slug: "ten-thousand-answers", comments: 10_000 });
  await client.query("ANALYZE comments, articles, accounts");
  const [short, long] = ["/articles/a-hundred-answers", "/articles/ten-thousand-answers"];
  for (const path of [short, long]) await renderAnew(folder, here.port, path, 40);
  const once = { rounds: 1, count: 50 };
  const anew = await inTurns(
    () => costAnew(folder, here, long, once),
    () => costAnew(folder, here, short, once),
  );
  const [many, few] = [await keptJob(here.port, long), await keptJob(here.port, short)];
  const rate = async ({ job }) => (await load(folder, { ...job, count: 60_000 })).perSecond;
  // Pages that many ask for start the thread that renders busy ones (decision 27): before anything is measured.
  for (const page of [many, few]) await rate(page);
  const kept = await inTurns(
    () => rate(many),
    () => rate(few),
  );
  const next = await pageAfter(here.port, long);
  const further = await pageAfter(here.port, next);
  const pages = 40;
  await renderAnew(folder, here.port, next, 10);
  const inDatabase = [];
  for (const path of [next, further]) {
    const rounds = [];
    for (let round = 0; round < 3; round++)
      rounds.push(await measured(client, pages, () => renderAnew(folder, here.port, path, pages)));
    inDatabase.push(rounds);
  }
  // The dearer of the two pages, the median of its rounds.
  const worst = (what) => Math.max(...inDatabase.map((rounds) => median(rounds.map((each) => each[what]))));
  return {
    notes: [
      `10,000 comments ${figure(anew.mine)} ms of CPU anew, 100 comments ${figure(anew.least)}`,
      `10,000 comments kept ${figure(kept.mine)} requests/s (${figure(many.bytes)} bytes), 100 comments ${figure(kept.least)} (${figure(few.bytes)} bytes)`,
    ],
    verdicts: [
      { what: "10,000 comments, anew", found: anew.ratio, unit: "of the CPU of 100 comments", atMost: 1.5 },
      { what: "10,000 comments, kept", found: kept.ratio, unit: "of the rate of 100 comments", atLeast: 0.9 },
      { what: "the page after", found: worst("time"), unit: "ms in the database", atMost: 10 },
      { what: "the page after", found: worst("queries"), unit: "queries", atMost: 6 },
    ],
  };
}

export const longThread = { name: "long-thread", title: "An article with 10,000 comments", run };
