import { jobs as accounts } from "@/lib/accounts/jobs";
import { jobs as articles } from "@/lib/articles/jobs";
import { jobs as screening } from "@/lib/comments/screening/jobs";
import type { JobHandlers } from "@/lib/jobs";
import { jobs as mail } from "@/lib/mail";
import { jobs as moderation } from "@/lib/moderation/jobs";
import { jobs as people } from "@/lib/moderation/people/jobs";
import { jobs as notifications } from "@/lib/notifications/jobs";
import { jobs as sweep } from "@/lib/sweep";

/** Every job that the product knows, by name. A noun adds its `jobs.ts` here. */
export const handlers: readonly JobHandlers[] = [
  accounts,
  articles,
  mail,
  moderation,
  notifications,
  people,
  screening,
  sweep,
];
