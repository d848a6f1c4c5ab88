/** The address of a portrait, from what `accounts.avatar` holds: the file name `{hash}.{ext}`. */
export function avatarUrl(avatar: string | null): string | null {
  return avatar === null ? null : `/media/${avatar}`;
}
