import { z } from "zod";
import { db } from "@/lib/db";
import { trustIn } from "@/lib/trust";

const limitOverrides = z.record(
  z.string(),
  z.object({ points: z.int().min(1).max(100_000), seconds: z.int().min(1).max(86_400) }),
);

/** Limits that an admin changed: name → points per seconds. */
export type LimitOverrides = z.infer<typeof limitOverrides>;

/** The publication's settings, read anew: a page that shows them notes the tag `site`. */
export async function siteSettings() {
  const { limits, trust, ...settings } = await db.settings.findUniqueOrThrow({
    where: { id: 1 },
    select: {
      name: true,
      description: true,
      lang: true,
      logo: true,
      defaultCommentPolicy: true,
      editWindowMinutes: true,
      voting: true,
      limits: true,
      trust: true,
      setUpAt: true,
    },
  });
  return { ...settings, limits: limitOverrides.catch({}).parse(limits), trust: trustIn(trust) };
}

export type SiteSettings = Awaited<ReturnType<typeof siteSettings>>;
