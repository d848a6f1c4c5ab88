import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { jobs } from "@/lib/accounts/jobs";
import { lastToken } from "@/lib/accounts/letters-testing";
import { changeOwnAccount, confirmEmailChange } from "@/lib/accounts/own-account";
import { requestPasswordReset, resetPassword } from "@/lib/accounts/password-reset";
import { confirmSignUp, requestSignUp, signUp } from "@/lib/accounts/sign-up";
import { isMember } from "@/lib/actor";
import { env } from "@/lib/env";
import type { JobHandlers } from "@/lib/jobs";
import { jobs as mail } from "@/lib/mail";
import { emptyDatabase, refused, sql } from "@/prisma/testing";

const folder = () => join(env().DATA_DIR, "mail");
const password = "quiet lanterns over the weir";
const email = "wren@example.org";

beforeEach(async () => {
  await emptyDatabase();
  await rm(folder(), { recursive: true, force: true });
});

const waiting = () =>
  sql<{ id: string; name: string; payload: never }>(
    `SELECT j.id, t.identifier AS name, j.payload FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`,
  );

/** Does a job as a worker does that is killed before it can say that it is done. */
async function doJob({ name, payload }: { name: string; payload: never }): Promise<void> {
  const handlers: JobHandlers = { ...jobs, ...mail };
  const handle = Object.entries(handlers).find(([known]) => known === name)?.[1];
  if (handle) await Reflect.apply(handle, undefined, [payload]);
}

const sent = async () => (await readdir(folder())).length;

async function member() {
  const viewer = await signUp({ email, name: "Wren Okafor", password });
  if (!isMember(viewer)) throw new Error("They may not act.");
  return viewer;
}

const asked = {
  "a sign-up": {
    ask: () => requestSignUp({ email, name: "Wren Okafor", password }),
    follow: (token: string) => confirmSignUp(token, { password }),
    letters: 1,
  },
  "a new password": {
    ask: async () => {
      await member();
      await requestPasswordReset(email);
    },
    follow: (token: string) => resetPassword(token, "eleven herons and one kettle"),
    letters: 1,
  },
  "another address": {
    ask: async () => changeOwnAccount(await member(), { email: "two@example.org", currentPassword: password }),
    follow: confirmEmailChange,
    letters: 2,
  },
};

test.each(Object.entries(asked))(
  "%s whose job is done again brings no second letter, and the link of the first works, once",
  async (_what, { ask, follow, letters }) => {
    await ask();
    const jobsOfIt = await waiting();
    for (let again = 0; again < 2; again++) for (const job of jobsOfIt) await doJob(job);
    for (const letter of (await waiting()).slice(jobsOfIt.length)) await doJob(letter);
    expect(await sent()).toBe(letters);
    const token = await lastToken();
    await follow(token);
    for (const job of jobsOfIt) await doJob(job);
    for (const letter of await waiting()) if (letter.name === "send_mail") await doJob(letter);
    await expect(follow(token)).rejects.toEqual(refused("not_found"));
  },
);

test("an older job that is done again leaves the newer link alone", async () => {
  await member();
  await requestPasswordReset(email);
  await requestPasswordReset(email);
  const [older, newer] = await waiting();
  if (!older || !newer) throw new Error("Both were asked for.");
  await doJob(older);
  const dead = await lastToken();
  await doJob(newer);
  const token = await lastToken();
  await doJob(older);
  await expect(resetPassword(dead, password)).rejects.toEqual(refused("not_found"));
  await resetPassword(token, "eleven herons and one kettle");
});
