import type { Delivery, NotificationKind } from "@/prisma/generated/enums";

/** In the order of their strength: who is called twice by one comment is told of the stronger (the enum of the database has this order). */
export const kinds = [
  "reply",
  "mention",
  "decision",
  "pick",
  "followed_thread",
  "followed_person",
  "report",
  "sanction",
  "objection",
] as const;
export const deliveries = ["at_once", "daily", "never"] as const;

/** How soon each kind is mailed to whoever chose nothing: at once what is said to oneself, once a day what one merely follows. */
export const usualDelivery: Record<NotificationKind, Delivery> = {
  reply: "at_once",
  mention: "at_once",
  decision: "at_once",
  pick: "daily",
  followed_thread: "daily",
  followed_person: "daily",
  report: "at_once",
  sanction: "at_once",
  objection: "at_once",
};

/** Notifications that are marked as read by their ids at once. */
export const maxMarked = 100;
/** Unread ones are counted up to here. */
export const maxCounted = 999;
/** Discussions, and people, that one account follows. */
export const maxFollowed = 500;
/** Code points of a comment that stand in the inbox and in the daily letter. */
export const excerptLength = 240;
/** Notifications in one daily letter; it says how many more there are. */
export const maxInLetter = 50;
/** Days that it looks back: more than one, so that what a letter could not take, the next one does. */
export const daysInLetter = 2;
/** Accounts that one statement tells. */
export const toldAtOnce = 500;
/** The hour (UTC) of the daily letter. */
export const dailyHour = 6;
