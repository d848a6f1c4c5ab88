import { createTranslator } from "use-intl/core";
import accounts from "@/messages/en/accounts.json";
import admin from "@/messages/en/admin.json";
import articles from "@/messages/en/articles.json";
import bars from "@/messages/en/bars.json";
import comments from "@/messages/en/comments.json";
import common from "@/messages/en/common.json";
import fairness from "@/messages/en/fairness.json";
import figures from "@/messages/en/figures.json";
import layout from "@/messages/en/layout.json";
import learning from "@/messages/en/learning.json";
import measures from "@/messages/en/measures.json";
import moderation from "@/messages/en/moderation.json";
import notifications from "@/messages/en/notifications.json";
import people from "@/messages/en/people.json";
import queue from "@/messages/en/queue.json";
import requests from "@/messages/en/requests.json";
import screening from "@/messages/en/screening.json";
import transparency from "@/messages/en/transparency.json";
import writing from "@/messages/en/writing.json";

/** The one catalogue of interface text; ICU message syntax. A translation is another folder beside `en`. */
const messages = {
  accounts,
  admin,
  articles,
  bars,
  comments,
  common,
  fairness,
  layout,
  figures,
  learning,
  measures,
  moderation,
  notifications,
  people,
  queue,
  requests,
  screening,
  transparency,
  writing,
};

export const locale = "en-GB";

/** `t("comments.count", { count: 3 })`: the words of the interface. */
export const t = createTranslator({ locale, messages, timeZone: "UTC" });

const months = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
const numbers = new Intl.NumberFormat(locale);
const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
const shortDays = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });
const weekdays = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const moments = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

export const formatNumber = (value: number): string => numbers.format(value);
/** "14 March 2026", UTC. */
export const formatDay = (date: Date): string => days.format(date);
/** "March 2026", UTC. */
export const formatMonth = (date: Date): string => months.format(date);
/** "14 March", UTC. */
export const formatShortDay = (date: Date): string => shortDays.format(date);
/** "14 March 2026 at 09:30", UTC. */
export const formatMoment = (date: Date): string => moments.format(date);
/** "Saturday 14 March 2026", UTC. */
export const formatWeekday = (date: Date): string => weekdays.format(date).replace(",", "");

const lists = new Intl.ListFormat(locale, { type: "conjunction" });
/** "Ann, Ben and Cleo". */
export const formatList = (names: readonly string[]): string => lists.format(names);
