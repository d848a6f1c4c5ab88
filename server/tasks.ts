import type { JobHandlers } from "@/lib/jobs";
import { jobs as sweep } from "@/lib/sweep";

/** Every job that the product knows, by name. A noun adds its `jobs.ts` here. */
export const handlers: readonly JobHandlers[] = [sweep];
