import { freePort } from "../steps/publication.mjs";
import { bare, load } from "./measure.mjs";
import { figure, inTurns, turns } from "./rounds.mjs";
import { buildThread } from "./threads.mjs";

const votes = 1_000;

/** Votes of readers on a hundred comments, beside a server that adds one to a row. */
async function run({ folder, port, people, databaseUrl, client }) {
  const { comments } = await buildThread(client, people, { slug: "what-is-voted-on", comments: 100 });
  await client.query("CREATE TABLE tally (id int PRIMARY KEY, count int NOT NULL DEFAULT 0)");
  await client.query("INSERT INTO tally SELECT generate_series(0, 99)");
  const barePort = await freePort();
  const other = await bare(folder, { mode: "updates", port: barePort, databaseUrl });
  // None of those who wrote the comments votes, and nobody twice.
  const voters = people.slice(100);
  const turn = { ours: 0, theirs: 0 };
  const jobFor = (to, count, request) => ({
    ...{ port: to, connections: 16, count, status: 200 },
    requests: Array.from({ length: count }, request),
  });
  const ours = (count) =>
    load(
      folder,
      jobFor(port, count, () => {
        const { cookie } = voters[turn.ours];
        const { id } = comments[turn.ours % comments.length];
        const body = `{"value":${turn.ours++ % 4 === 0 ? -1 : 1}}`;
        return `PUT /api/v1/comments/${id}/vote HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
      }),
    );
  const theirs = (count) =>
    load(
      folder,
      jobFor(barePort, count, () => {
        const body = `{"id":${turn.theirs++ % 100}}`;
        return `POST / HTTP/1.1\r\nHost: localhost:${barePort}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
      }),
    );
  await ours(100);
  await theirs(2_000);
  const { mine, least, ratio } = await inTurns(
    async () => (await ours(votes)).perSecond,
    async () => (await theirs(5_000)).perSecond,
  );
  const { rows } = await client.query("SELECT count(*)::int AS cast FROM votes");
  if (rows[0].cast !== turns * votes + 100)
    throw new Error(`Of ${turns * votes + 100} votes ${rows[0].cast} are stored.`);
  await other.stop();
  return {
    notes: [`${figure(mine)} votes/s, bare node:http + pg update ${figure(least)}`],
    verdicts: [{ what: "a vote", found: ratio, unit: "of the bare update", atLeast: 0.05 }],
  };
}

export const voting = { name: "voting", title: "Votes of readers", run };
