import { playBack } from "@/lib/comments/screening/playback";
import type { JobHandlers } from "@/lib/jobs";

/** What runs later for screening. */
export const jobs: JobHandlers = {
  play_back: ({ playbackId }) => playBack(playbackId),
};
