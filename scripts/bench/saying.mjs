import { setTimeout as pause } from "node:timers/promises";

let said = 0;

/** So many comments a second by known readers for so many seconds, one after the other as a clock strikes. Each `{ id, sent, answered }`, in ms since 1970. */
export async function sayOften({ port, slug, people, perSecond, seconds }) {
  const { request } = await import("undici");
  const began = Date.now();
  const sayOne = async (number) => {
    await pause(Math.max(0, began + (number * 1_000) / perSecond - Date.now()));
    const sent = Date.now();
    const { statusCode, body } = await request(`http://localhost:${port}/api/v1/articles/${slug}/comments`, {
      method: "POST",
      headers: {
        origin: `http://localhost:${port}`,
        cookie: people[said % people.length].cookie,
        "content-type": "application/json",
      },
      body: JSON.stringify({ body: `Said in passing, number ${said++}: who crosses pays, and who pays crosses.` }),
    });
    const answer = await body.json();
    if (statusCode !== 201) throw new Error(`A comment was answered with ${statusCode}: ${JSON.stringify(answer)}`);
    return { id: answer.id, sent, answered: Date.now() };
  };
  return Promise.all(Array.from({ length: perSecond * seconds }, (_, number) => sayOne(number)));
}

/** The value under which 99 of 100 lie. */
export const p99 = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * 0.99)];
