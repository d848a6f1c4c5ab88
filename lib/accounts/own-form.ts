import type { OwnAccountChange } from "@/lib/accounts/schema";
import type { Member } from "@/lib/actor";
import { AppError, invalid } from "@/lib/errors";
import { storePicture } from "@/lib/pictures";

/** Fields that a form sends empty when nothing is to change. */
const emptyIsNothing = new Set(["email", "password", "currentPassword"]);

/** The fields of a settings form as the schema wants them; `removeAvatar` takes the portrait away. */
export function viewerForm({ removeAvatar, avatar: _file, part: _part, ...fields }: Record<string, string>): unknown {
  const given = Object.entries(fields).filter(([name, value]) => value !== "" || !emptyIsNothing.has(name));
  return { ...Object.fromEntries(given), ...(removeAvatar && { avatar: null }) };
}

/** Which of the settings' forms was sent. */
export function savedPart({ part }: Record<string, string>): "password" | "email" | "profile" {
  return part === "password" || part === "email" ? part : "profile";
}

/** The change with the uploaded portrait stored, if there is one. Throws `invalid` for a file that is no picture. */
export async function withPortrait(
  by: Member,
  input: OwnAccountChange,
  file: File | undefined,
): Promise<OwnAccountChange> {
  if (!file || file.size === 0) return input;
  try {
    const { file: avatar } = await storePicture(by, new Uint8Array(await file.arrayBuffer()));
    return { ...input, avatar };
  } catch (thrown) {
    throw thrown instanceof AppError && thrown.code === "invalid" ? invalid("avatar", thrown.message) : thrown;
  }
}
