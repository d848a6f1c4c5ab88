import { system } from "@/lib/actor";
import { publishDue } from "@/lib/articles/mutations";
import { now } from "@/lib/clock";
import type { JobHandlers } from "@/lib/jobs";

export const jobs: JobHandlers = {
  publish_due: ({ articleId }) => publishDue(system(now()), articleId),
};
