/** The address of a portrait, from what `accounts.avatar` holds: the file name `{hash}.{ext}`. */
export function avatarUrl(avatar: string | null): string | null {
  return avatar === null ? null : `/media/${avatar}`;
}

/** The address of somebody's face: their portrait or, where they gave none, the drawing that their handle makes. */
export function faceUrl({ handle, avatarUrl }: { handle: string; avatarUrl: string | null }): string {
  return avatarUrl ?? `/avatars/${handle}.svg`;
}
