import { freePort } from "../steps/publication.mjs";
import { bare, load } from "./measure.mjs";
import { keptJob } from "./pages.mjs";
import { figure, inTurns } from "./rounds.mjs";

async function run({ folder, port, slug }) {
  const { headers: own, bytes, job } = await keptJob(port, `/articles/${slug}`);
  const barePort = await freePort();
  const { date: _, connection: __, "keep-alive": ___, ...headers } = own;
  const other = await bare(folder, { mode: "pages", port: barePort, headers, body: job.expected });
  const theirs = { ...job, port: barePort };
  // A page that many ask for starts the thread that renders busy ones (decision 27): before anything is measured.
  await load(folder, job);
  await load(folder, theirs);
  const { mine, least, ratio } = await inTurns(
    async () => (await load(folder, job)).perSecond,
    async () => (await load(folder, theirs)).perSecond,
  );
  await other.stop();
  return {
    notes: [`${figure(bytes)} bytes compressed: ${figure(mine)} requests/s, bare server ${figure(least)}`],
    verdicts: [{ what: "kept page", found: ratio, unit: "of the bare server", atLeast: 0.75 }],
  };
}

export const keptPage = { name: "kept-page", title: "A kept article page with 100 comments", run };
