import type { JobHandlers } from "@/lib/jobs";
import { endBars } from "@/lib/moderation/people/barring";
import { endMeasures } from "@/lib/moderation/people/mutations";

/** What runs later for people: measures and bars end in their time. */
export const jobs: JobHandlers = {
  end_measures: async () => {
    await endMeasures();
    await endBars();
  },
};
