import type { JobHandlers } from "@/lib/jobs";
import { learn } from "@/lib/moderation/learning";

/** What runs later for moderation. */
export const jobs: JobHandlers = {
  learn: () => learn(),
};
