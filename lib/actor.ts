import { now } from "@/lib/clock";
import type { AccountStatus, Role } from "@/prisma/generated/enums";

/** Somebody who is signed in, as the database knows them at this request. */
export interface Viewer {
  readonly kind: "person";
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly role: Role;
  readonly status: AccountStatus;
  readonly bio: string;
  readonly avatar: string | null;
  readonly publishedCount: number;
  readonly createdAt: Date;
  /** The moment of what they do, where it is passed in (seed, imports); else the clock. */
  readonly at?: Date;
}

declare const proof: unique symbol;

/** Types that mutations demand; only the guards below mint them, so that a forgotten gate does not compile. */
export type Member = Viewer & { readonly [proof]: { member: true } };
export type Author = Member & { readonly [proof]: { author: true } };
export type Editor = Author & { readonly [proof]: { editor: true } };
export type Moderator = Member & { readonly [proof]: { moderator: true } };
export type Admin = Editor & Moderator & { readonly [proof]: { admin: true } };

/** The product itself: seed, jobs, imports. The clock is passed in. */
export interface System {
  readonly kind: "system";
  readonly at: Date;
}

export type Actor = Member | System;

/** The product as an actor, at a given moment. */
export function system(at: Date): System {
  return { kind: "system", at };
}

/** A person acting at a moment that the system gives: what they may do is asked as ever. */
export function personAt(by: System, viewer: Viewer): Viewer {
  return { ...viewer, at: by.at };
}

/** When the actor acts. */
export function when(actor: Viewer | System): Date {
  return actor.at ?? now();
}

/** May write: signed in, neither suspended nor banned. */
export function isMember(viewer: Viewer | null): viewer is Member {
  return viewer?.status === "active";
}

export function isAuthor(viewer: Viewer | null): viewer is Author {
  return isMember(viewer) && (viewer.role === "author" || viewer.role === "editor" || viewer.role === "admin");
}

export function isEditor(viewer: Viewer | null): viewer is Editor {
  return isMember(viewer) && (viewer.role === "editor" || viewer.role === "admin");
}

/** Who looks after the discussions. */
export const moderatorRoles = ["moderator", "admin"] as const satisfies readonly Role[];

export function isModerator(viewer: Viewer | null): viewer is Moderator {
  return isMember(viewer) && moderatorRoles.some((role) => role === viewer.role);
}

export function isAdmin(viewer: Viewer | null): viewer is Admin {
  return isMember(viewer) && viewer.role === "admin";
}

/** Author, editor, moderator or admin: shown with a badge, exempt from holding. */
export function isStaff(person: { role: Role }): boolean {
  return person.role !== "reader";
}
