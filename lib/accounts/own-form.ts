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

/** The file name under which an uploaded portrait was stored; undefined where none came. Throws `invalid` for a file that is no picture. */
export async function storedPortrait(by: Member, file: File | undefined): Promise<string | undefined> {
  if (!file || file.size === 0) return undefined;
  try {
    return (await storePicture(by, new Uint8Array(await file.arrayBuffer()))).file;
  } catch (thrown) {
    throw thrown instanceof AppError && thrown.code === "invalid" ? invalid("avatar", thrown.message) : thrown;
  }
}
