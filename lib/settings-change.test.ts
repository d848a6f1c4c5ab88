import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { siteSettings } from "@/lib/settings";
import { changeSettings, settingsForm, settingsSchema, settingsSeen } from "@/lib/settings-change";
import { makeAdmin } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

describe("the publication's settings", () => {
  it("change where they are given, and stay elsewhere", async () => {
    const admin = await makeAdmin();
    await changeSettings(admin, { name: "The Tolliver", limits: { vote: { points: 3, seconds: 2 } } });
    await changeSettings(admin, { limits: { signUp: { points: 9, seconds: 60 } } });
    const seen = settingsSeen(await siteSettings());
    expect(seen).toMatchObject({ name: "The Tolliver", defaultCommentPolicy: "first_held", editWindowMinutes: 15 });
    expect(seen.limits).toMatchObject({ vote: { points: 3, seconds: 2 }, signUp: { points: 9, seconds: 60 } });
    expect(seen.limits.reset).toEqual({ points: 5, seconds: 1_800 });
    expect(await db.event.count({ where: { type: "settings.changed", actorId: admin.id } })).toBe(2);
  });

  it("go back to the first numbers of a limit", async () => {
    const admin = await makeAdmin();
    await changeSettings(admin, { limits: { vote: { points: 3, seconds: 2 } } });
    await changeSettings(admin, { limits: { vote: null } });
    expect((await siteSettings()).limits).toEqual({});
  });

  const unfit: object[] = [
    { limits: { nothing: { points: 1, seconds: 1 } } },
    { limits: { constructor: { points: 1, seconds: 1 } } },
    { limits: { vote: { points: 0, seconds: 1 } } },
    { limits: { vote: { points: 1, seconds: 1, isAdmin: true } } },
    { lang: "../../etc" },
    { logo: "https://elsewhere.example/x.png" },
    { setUpAt: null },
    { editWindowMinutes: -1 },
  ];
  it.each(unfit)("refuse %j", (given) => expect(settingsSchema.safeParse(given).success).toBe(false));
});

describe("the form of the settings", () => {
  it("is read as the schema wants it", () => {
    const fields = { part: "limits", "limits.vote.points": "3", "limits.vote.seconds": "2", editWindowMinutes: "20" };
    expect(settingsForm(fields)).toEqual({ editWindowMinutes: 20, limits: { vote: { points: 3, seconds: 2 } } });
  });

  it("says which number is none, and which field is unknown", () => {
    const read = settingsSchema.safeParse(
      settingsForm({ "limits.vote.points": "many", "limits.vote.seconds": "2", role: "x" }),
    );
    expect(read.error?.issues.map(({ path }) => path.join("."))).toContain("limits.vote.points");
    expect(read.success).toBe(false);
  });

  it("may take the picture away", () => expect(settingsForm({ removeLogo: "1" })).toEqual({ logo: null }));
});
