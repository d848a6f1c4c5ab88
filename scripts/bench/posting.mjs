import { freePort } from "../steps/publication.mjs";
import { bare, load } from "./measure.mjs";
import { counted, figure, inTurns, turns } from "./rounds.mjs";

async function run({ folder, port, slug, people, databaseUrl, client }) {
  const barePort = await freePort();
  await client.query(
    "CREATE TABLE bare (id uuid PRIMARY KEY, body text NOT NULL, at timestamptz NOT NULL DEFAULT now())",
  );
  const other = await bare(folder, { mode: "rows", port: barePort, databaseUrl });
  let next = 0;
  const jobFor = (to, path, count) => {
    const wanted = [];
    const requests = Array.from({ length: count }, () => {
      const { cookie } = people[next++ % people.length];
      const words = `Comment ${next}: a bridge is paid for twice, and the second time by those who cross it.`;
      const body = JSON.stringify({ body: words });
      wanted.push(words);
      return `POST ${path} HTTP/1.1\r\nHost: localhost:${to}\r\nOrigin: http://localhost:${to}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    return { port: to, connections: 16, count, status: 201, requests, wanted };
  };
  const ours = (count) => load(folder, jobFor(port, `/api/v1/articles/${slug}/comments`, count));
  const theirs = (count) => load(folder, jobFor(barePort, "/", count));
  await ours(200);
  await theirs(2_000);
  const before = await counted(client);
  const { mine, least, ratio } = await inTurns(
    async () => (await ours(1_000)).perSecond,
    async () => (await theirs(5_000)).perSecond,
  );
  const stored = (await counted(client)) - before;
  if (stored !== turns * 1_000)
    throw new Error(`${turns * 1_000} comments were answered with 201, ${stored} are stored.`);
  await other.stop();
  return {
    notes: [`${figure(mine)} comments/s, bare node:http + pg insert ${figure(least)}`],
    verdicts: [{ what: "posting", found: ratio, unit: "of the bare insert", atLeast: 0.05 }],
  };
}

export const posting = { name: "posting", title: "Comments of known readers", run };
