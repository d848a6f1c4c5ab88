import type { APIRequestContext } from "@playwright/test";
import type { World } from "./routes";

/** Numbers from a seed (mulberry32, T. Ettinger, public domain), so that a storm can be had again. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What everybody in a storm knows of: where it is, what was said so far, and what was answered. */
export interface Scene {
  articles: readonly Pick<World, "slug" | "articleId">[];
  said: { id: string; waiting: boolean }[];
  answers: Record<string, number>;
  /** What should not have been answered: 5xx, and anything that nobody foresaw. */
  strange: string[];
}

export interface Actor {
  /** Their client at one of the two processes or the other. */
  client(turn: number): APIRequestContext;
  own: string[];
  roll(below: number): number;
  role: "reader" | "moderator" | "author";
}

const foreseen: Record<string, readonly number[]> = {
  post: [201, 401, 403, 409, 422, 429],
  edit: [200, 401, 403, 404, 409, 429],
  delete: [200, 204, 401, 403, 404, 409, 429],
  vote: [200, 204, 401, 403, 404, 409, 429],
  report: [200, 201, 401, 403, 404, 429],
  decide: [201, 401, 403, 404, 409, 422, 429],
  choose: [200, 204, 401, 403, 404, 409, 429],
};

/** A comment that they do something about: of those that are seen, with one exception in ten; a moderator's is any. */
function target({ said }: Scene, { roll, role }: Actor): string | undefined {
  const seen = role === "moderator" || roll(10) === 0 ? said : said.filter(({ waiting }) => !waiting);
  return seen[roll(seen.length + 1)]?.id;
}

/** What a moderator does with it: mostly what fits. */
function decision({ said }: Scene, { roll }: Actor, id: string): string {
  const all = ["approve", "reject", "remove", "restore", "dismiss_reports"];
  const fitting = said.find((each) => each.id === id)?.waiting ? ["approve", "approve", "reject"] : all.slice(2);
  return (roll(5) === 0 ? all[roll(5)] : fitting[roll(3)]) ?? "approve";
}

/** One thing that somebody does, chosen by their dice. */
export async function act(scene: Scene, actor: Actor, turn: number): Promise<void> {
  const { roll, own } = actor;
  const client = actor.client(turn);
  const at = target(scene, actor);
  const mine = own[roll(own.length + 1)];
  const send = async (what: keyof typeof foreseen, method: string, path: string, data?: object) => {
    const answer = await client.fetch(`/api/v1/${path}`, { method, ...(data && { data }) });
    const status = answer.status();
    scene.answers[`${what} ${status}`] = (scene.answers[`${what} ${status}`] ?? 0) + 1;
    if (!foreseen[what]?.includes(status)) scene.strange.push(`${method} ${path}: ${status} ${await answer.text()}`);
    return answer;
  };
  const chance = roll(100);
  if (actor.role === "moderator" && at && chance < 70) {
    const revision = roll(5) === 0 ? 2 : 1;
    const decided = { action: decision(scene, actor, at), revision, reason: "spam" };
    await send("decide", "POST", `moderation/comments/${at}/decisions`, decided);
  } else if (actor.role === "author" && at && chance < 40) {
    await send("choose", roll(2) ? "PUT" : "DELETE", `comments/${at}/${roll(2) ? "pick" : "pin"}`);
  } else if (chance < 35 || !at) {
    const { slug } = scene.articles[roll(scene.articles.length)] ?? { slug: "" };
    const parentId = roll(4) > 0 ? at : undefined;
    const body = `In the storm, at ${turn}, by dice ${roll(1e9)}.`;
    const answer = await send("post", "POST", `articles/${slug}/comments`, { body, parentId });
    if (answer.status() !== 201) return;
    const { id, status } = await answer.json();
    scene.said.push({ id, waiting: status === "pending" });
    own.push(id);
  } else if (chance < 65) {
    const value = roll(3) === 0 ? -1 : 1;
    if (roll(4) === 0) await send("vote", "DELETE", `comments/${at}/vote`);
    else await send("vote", "PUT", `comments/${at}/vote`, { value });
  } else if (chance < 75 && mine) {
    await send("edit", "PATCH", `comments/${mine}`, { body: `Put otherwise, by dice ${roll(1e9)}.` });
  } else if (chance < 82 && mine) {
    await send("delete", "DELETE", `comments/${mine}`);
  } else {
    await send("report", "POST", `comments/${at}/reports`, { reason: "off_topic", note: "Not about this." });
  }
}
