import { attachment } from "@/lib/answer";
import { exportOf } from "@/lib/notifications/export";
import { exportShape } from "@/lib/notifications/export-shape";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const GET = route({
  summary: "Everything that is one's own, as a file",
  gate: "signedIn",
  limit: limits.export,
  answers: { 200: exportShape },
  run: async ({ viewer }) => attachment(`rejoinder-${viewer.handle}.json`, exportOf(viewer)),
});
