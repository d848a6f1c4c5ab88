import { createAccount } from "@/lib/accounts/mutations";
import { hashPassword } from "@/lib/accounts/password";
import { isAuthor, isMember, isModerator, personAt, system, type Viewer } from "@/lib/actor";
import { after, day } from "@/lib/clock";
import { storePicture } from "@/lib/pictures";
import { portraits, raster } from "@/prisma/demo/drawings/gallery";
import { type PersonKey, person, personKeys } from "@/prisma/demo/people";

/** The people of the demonstration, once they have accounts. */
export type Cast = ReadonlyMap<PersonKey, Viewer>;

export function address(key: PersonKey): string {
  return `${person(key).mailbox}@rejoinder.example`;
}

/** Signs everybody up, staff first, each on a day of their own; all with one password. */
export async function signUpAll(password: string, now: Date): Promise<Cast> {
  const passwordHash = await hashPassword(password);
  const cast = new Map<PersonKey, Viewer>();
  for (const key of personKeys) {
    const { name, handle, role, bio, joined } = person(key);
    const by = system(after(now, -joined * day));
    const draw = portraits.get(key);
    const avatar = draw ? (await storePicture(by, await raster(draw))).file : null;
    cast.set(key, await createAccount(by, { email: address(key), name, handle, role, bio, avatar, passwordHash }));
  }
  return cast;
}

function acting(cast: Cast, key: PersonKey, at: Date): Viewer {
  const viewer = cast.get(key);
  if (viewer) return personAt(system(at), viewer);
  throw new Error(`Nobody in the demonstration is called ${key}.`);
}

/** Somebody as they act at a moment, past the gate that a request would pass. */
export function memberAt(cast: Cast, key: PersonKey, at: Date) {
  const viewer = acting(cast, key, at);
  if (isMember(viewer)) return viewer;
  throw new Error(`${key} may not write.`);
}

export function authorAt(cast: Cast, key: PersonKey, at: Date) {
  const viewer = acting(cast, key, at);
  if (isAuthor(viewer)) return viewer;
  throw new Error(`${key} is no author.`);
}

export function moderatorAt(cast: Cast, key: PersonKey, at: Date) {
  const viewer = acting(cast, key, at);
  if (isModerator(viewer)) return viewer;
  throw new Error(`${key} is no moderator.`);
}
