import { beforeEach, describe, expect, it } from "vitest";
import { changeOwnAccount } from "@/lib/accounts/own-account";
import { requestSignUp, signUp } from "@/lib/accounts/sign-up";
import type { Viewer } from "@/lib/actor";
import { forgetBars, requireUnbarredNetwork } from "@/lib/bars";
import { after, day, hour, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { endBars, liftBar, raiseBar } from "@/lib/moderation/people/barring";
import { bars } from "@/lib/moderation/people/queries";
import type { BarInput } from "@/lib/moderation/people/schema";
import { networkOf } from "@/lib/network";
import { openSession, requireMember, viewerOf } from "@/lib/session";
import { makeAuthor, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

const password = "quiet lanterns over the weir";
const given = (kind: BarInput["kind"], value: string, more: Partial<BarInput> = {}): BarInput => ({
  ...{ kind, value, reason: "spam", message: "Write to us if you are no robot." },
  ...more,
});
const inAnHour = () => after(now(), hour);
const from = (address: string, who: Viewer | null = null) =>
  requireUnbarredNetwork(who, address).then(
    () => "in",
    (error: Error) => error.message,
  );

beforeEach(async () => {
  await emptyDatabase();
  forgetBars();
});

describe("a network", () => {
  it("is barred to strangers and readers from there, and to nobody else", async () => {
    await raiseBar(await makeModerator(), given("network", "203.0.113.77/24"), "198.51.100.7");
    const [reader, author] = [await makeReader(), await makeAuthor()];
    const refusal = await from("203.0.113.5");
    expect(refusal).toContain("203.0.113.0/24");
    expect(refusal).toContain("Advertising");
    expect(refusal).toContain("Write to us if you are no robot.");
    expect(await from("203.0.113.5", reader)).toBe(refusal);
    expect(await from("203.0.113.5", author)).toBe("in");
    expect(await from("203.0.114.5")).toBe("in");
  });

  it("of IPv6 is known by the /64 that limits count", async () => {
    await raiseBar(await makeModerator(), given("network", "2001:db8:7::1/48"), null);
    expect(await from("2001:db8:7:9::/64")).toContain("2001:db8:7::/48");
    expect(await from("2001:db8:8:9::/64")).toBe("in");
  });

  it("says until when, and is open again from that moment on, before any job has run", async () => {
    const moderator = await makeModerator();
    await raiseBar(moderator, given("network", "203.0.113.0/24", { until: inAnHour() }), null);
    expect(await from("203.0.113.5")).toMatch(/until \d/);
    await sql(`UPDATE bars SET until = now() - interval '1 second', at = now() - interval '1 day'`);
    forgetBars();
    expect(await from("203.0.113.5")).toBe("in");
    expect(await bars(moderator)).toEqual([]);
    await raiseBar(moderator, given("network", "203.0.113.0/24"), null);
    expect(await bars(moderator)).toHaveLength(1);
    await endBars();
    expect(await sql("SELECT type FROM events WHERE type LIKE 'bar.%' ORDER BY at")).toHaveLength(3);
  });

  it.each([
    ["nothing that is a range", "the neighbours"],
    ["half an address", "203.0.113"],
    ["a host name", "example.org/24"],
    ["bits past the end", "203.0.113.0/33"],
    ["negative bits", "203.0.113.0/-1"],
    ["an old spelling of an address", "0x7f000001/32"],
    ["everything", "0.0.0.0/0"],
    ["half of everything", "128.0.0.0/1"],
    ["all of IPv6", "::/0"],
    ["a part of the world in IPv6", "2000::/12"],
    ["less than a subscriber's IPv6", "2001:db8::1/128"],
    ["this machine", "127.0.0.1"],
    ["this machine in IPv6", "::/64"],
    ["this machine, dressed as IPv6", "::ffff:127.0.0.1/128"],
    ["this link", "fe80::/64"],
    ["a zone", "fe80::1%eth0/64"],
    ["where the moderator is", "198.51.100.0/24"],
    ["where the moderator is, from far off", "198.0.0.0/8"],
  ])("is never %s", async (_what, value) => {
    const raised = raiseBar(await makeModerator(), given("network", value), "198.51.100.7");
    await expect(raised).rejects.toMatchObject({
      code: "invalid",
      extras: { errors: [expect.objectContaining({ path: "value" })] },
    });
    expect(await sql("SELECT 1 FROM bars")).toEqual([]);
  });

  it.each([
    ["203.0.113.7", "203.0.113.7/32"],
    ["203.0.113.7/16", "203.0.0.0/16"],
    ["2001:DB8::1", "2001:db8::/64"],
    ["::ffff:203.0.113.7/120", "203.0.113.0/24"],
  ])("has one spelling: %s is %s", async (typed, value) => {
    const { id } = await raiseBar(await makeModerator(), given("network", typed), null);
    expect((await db.bar.findUniqueOrThrow({ where: { id } })).value).toBe(value);
  });
});

describe("a domain of mail", () => {
  const barred = { email: "wren@mail.spam.example", name: "Wren Oakley", password };

  it("is refused at sign-up and at a change of address, with all under it", async () => {
    const moderator = await makeModerator();
    await raiseBar(moderator, given("mail_domain", "@Spam.Example"), null);
    const refused = { code: "invalid", extras: { errors: [expect.objectContaining({ path: "email" })] } };
    await expect(signUp(barred)).rejects.toMatchObject(refused);
    await expect(requestSignUp({ ...barred, email: "wren@spam.example" })).rejects.toMatchObject(refused);
    await signUp({ ...barred, email: "wren@notspam.example" });
    const { id } = await db.account.findFirstOrThrow({ where: { email: "wren@notspam.example" } });
    const change = changeOwnAccount(requireMember(await viewerOf(id)), {
      email: "wren@spam.example",
      currentPassword: password,
    });
    await expect(change).rejects.toMatchObject(refused);
  });

  it("is open again once its bar is lifted, which can be done once", async () => {
    const moderator = await makeModerator();
    const { id } = await raiseBar(moderator, given("mail_domain", "spam.example"), null);
    await liftBar(moderator, id, { why: "" });
    await expect(liftBar(moderator, id, { why: "" })).rejects.toMatchObject({ code: "conflict" });
    await signUp(barred);
  });

  it.each([
    "com",
    "spam",
    "203.0.113.7",
    "spam..example",
    "spam example",
    "spam\n.example",
    "-spam.example",
    "a@",
    `${"a".repeat(64)}.example`,
  ])("is never %s", async (value) => {
    await expect(raiseBar(await makeModerator(), given("mail_domain", value), null)).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("of two at once", () => {
  it("one is raised, and the other hears of it", async () => {
    const [one, two] = [await makeModerator(), await makeModerator()];
    const done = await Promise.allSettled(
      [one, two].map((by) => raiseBar(by, given("network", "203.0.113.0/24"), null)),
    );
    expect(done.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await bars(one)).toHaveLength(1);
  });

  it("an end that is over is refused", async () => {
    const raised = raiseBar(
      await makeModerator(),
      given("network", "203.0.113.0/24", { until: after(now(), -day) }),
      null,
    );
    await expect(raised).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("whence somebody signed in", () => {
  it.each([
    ["203.0.113.77", "203.0.113.0/24"],
    ["2001:db8:7:9::/64", "2001:db8:7::/48"],
    ["::ffff:203.0.113.77", "203.0.113.0/24"],
    ["nowhere", null],
  ])("%s is kept as %s", async (address, network) => {
    const reader = await makeReader();
    await openSession(reader.id, address);
    expect((await db.session.findFirstOrThrow({ where: { accountId: reader.id } })).network).toBe(network);
    expect(networkOf(address)).toBe(network);
  });
});
