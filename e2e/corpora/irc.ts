import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type APIRequestContext, expect } from "@playwright/test";
import { newcomerPassword, client as stranger } from "../fixtures/people";
import { corpora } from "../hostile/strings";

interface Message {
  id: number;
  parents: number[];
  author: string | null;
  text: string;
  system: boolean;
}

/** What people said to each other on a channel one afternoon, in the order in which they said it. */
export function conversation(length: number): Message[] {
  const log: Message[] = JSON.parse(readFileSync(join(corpora, "threads/irc/2007-06-04.train-a.json"), "utf8"));
  return log.filter(({ system, author, text }) => !system && author && text.trim()).slice(0, length);
}

/** Signs everybody up and says it all again, each as themselves, as fast as the limits on a reader let them. */
export async function converse(slug: string, messages: readonly Message[]): Promise<number> {
  const run = Date.now().toString(36);
  const people = new Map<string, APIRequestContext>();
  for (const [place, name] of [...new Set(messages.map(({ author }) => author ?? ""))].entries()) {
    const person = await stranger();
    const given = { name, email: `irc-${place}-${run}@example.org`, password: newcomerPassword };
    const answer = await person.post("/api/v1/accounts", { data: given });
    expect(answer.status(), await answer.text()).toBe(201);
    people.set(name, person);
  }
  const posted = new Map<number, string>();
  for (const { id, parents, author, text } of messages) {
    const person = people.get(author ?? "");
    const parentId = parents.map((parent) => posted.get(parent)).find(Boolean);
    const comment = person && (await say(person, slug, { body: text, parentId }));
    if (comment) posted.set(id, comment);
  }
  await Promise.all([...people.values()].map((person) => person.dispose()));
  return posted.size;
}

/** Posts one comment; told to wait, waits as long as it was told. Gives its id once it is published. */
async function say(person: APIRequestContext, slug: string, data: { body: string; parentId: string | undefined }) {
  for (;;) {
    const answer = await person.post(`/api/v1/articles/${slug}/comments`, { data });
    if (answer.status() === 429) {
      await pause(Number(answer.headers()["retry-after"]) * 1_000);
      continue;
    }
    const said = await answer.json();
    if (answer.status() === 409) return undefined;
    expect(answer.status(), JSON.stringify(said)).toBe(201);
    // Somebody who says the same at length elsewhere waits for a moderator, and is not answered meanwhile.
    return said.status === "published" ? String(said.id) : undefined;
  }
}
