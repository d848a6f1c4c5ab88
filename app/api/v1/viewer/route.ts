import { changeOwnAccount } from "@/lib/accounts/own-account";
import { savedPart, storedPortrait, viewerForm } from "@/lib/accounts/own-form";
import { viewerProfile } from "@/lib/accounts/queries";
import { type OwnAccountChange, ownAccountAnswer, ownAccountSchema, viewerSchema } from "@/lib/accounts/schema";
import type { Member } from "@/lib/actor";
import { ok } from "@/lib/answer";
import { unreadCount } from "@/lib/notifications/queries";
import { maxPictureBytes } from "@/lib/pictures";
import { route } from "@/lib/route";
import { openSession } from "@/lib/session";

/** A new password ends every session, and this browser goes on with a new one. */
async function change(member: Member, input: OwnAccountChange, address: string, portrait?: string) {
  const { viewer, passwordChanged, confirm } = await changeOwnAccount(member, input, portrait);
  const profile = viewerProfile(viewer, await unreadCount(viewer));
  return ok({ viewer: profile, confirm }, passwordChanged ? await openSession(viewer.id, address) : []);
}

export const GET = route({
  summary: "Who is signed in, and what they may do",
  gate: "anybody",
  answers: { 200: viewerSchema },
  run: async ({ viewer }) => ok({ viewer: viewer && viewerProfile(viewer, await unreadCount(viewer)) }),
});

export const PATCH = route({
  summary: "Change one's own account; a new address or password needs the current password",
  gate: "member",
  body: ownAccountSchema,
  answers: { 200: ownAccountAnswer },
  run: ({ viewer, body, address }) => change(viewer, body, address),
});

export const POST = route({
  summary: "The form twin of PATCH, with the portrait as a file",
  gate: "member",
  body: ownAccountSchema,
  maxBytes: maxPictureBytes + 64 * 1024,
  answers: { 200: ownAccountAnswer },
  run: async ({ viewer, body, files, address }) =>
    change(viewer, body, address, await storedPortrait(viewer, files.avatar)),
  form: {
    read: viewerForm,
    done: ({ fields }) => `/settings?saved=${savedPart(fields)}`,
    refused: () => "/settings",
  },
});
