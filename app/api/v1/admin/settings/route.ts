import { ok } from "@/lib/answer";
import { maxPictureBytes } from "@/lib/pictures";
import { route } from "@/lib/route";
import { siteSettings } from "@/lib/settings";
import {
  changeSettings,
  settingsForm,
  settingsOutput,
  settingsSchema,
  settingsSeen,
  withLogo,
} from "@/lib/settings-change";

export const GET = route({
  summary: "The publication's settings",
  gate: "admin",
  answers: { 200: settingsOutput },
  run: async () => ok(settingsSeen(await siteSettings())),
});

export const PATCH = route({
  summary: "Change the publication's settings",
  gate: "admin",
  body: settingsSchema,
  answers: { 200: settingsOutput },
  run: async ({ viewer, body }) => ok(settingsSeen(await changeSettings(viewer, body))),
});

export const POST = route({
  summary: "The form twin of PATCH, with the logo as a file",
  gate: "admin",
  body: settingsSchema,
  maxBytes: maxPictureBytes + 64 * 1024,
  answers: { 200: settingsOutput },
  run: async ({ viewer, body, files }) =>
    ok(settingsSeen(await changeSettings(viewer, await withLogo(viewer, body, files.logo)))),
  form: { read: settingsForm, done: () => "/admin/settings?saved=1", refused: () => "/admin/settings" },
});
