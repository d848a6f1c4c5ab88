import { setTimeout as pause } from "node:timers/promises";
import { fillQueue } from "./crowd-waiting.mjs";

const document = `links: hold over 2\nshouting: hold over 70 %\nfirst comments: hold 2\nwords: hold "Crossings"\n  ferr*\n  quay*\n`;

/** Changed rules played back over 90 days of a site on which half a million comments were written in a year. */
async function run({ port, people, client }) {
  await fillQueue(client, people);
  const { id, cookie } = people[people.length - 60];
  await client.query("UPDATE accounts SET role = 'moderator' WHERE id = $1", [id]);
  const headers = { cookie, origin: `http://localhost:${port}`, "content-type": "application/json" };
  const playbacks = `http://localhost:${port}/api/v1/moderation/rules/playbacks`;
  const began = performance.now();
  const started = await fetch(playbacks, { method: "POST", headers, body: JSON.stringify({ document }) });
  const { id: playback, detail } = await started.json();
  if (!started.ok) throw new Error(`No playback began: ${detail}`);
  for (;;) {
    const { finishedAt, failed, result } = await (await fetch(`${playbacks}/${playback}`, { headers })).json();
    if (failed) throw new Error(failed);
    if (finishedAt) {
      const seconds = (performance.now() - began) / 1_000;
      const found = (seconds * 100_000) / result.judged;
      const what = "playing rules back over 90 days";
      return { verdicts: [{ what, found, unit: "s for 100,000 comments", atMost: 60 }] };
    }
    await pause(500);
  }
}

export const playback = { name: "playback", title: "Rules played back over 90 days", run };
