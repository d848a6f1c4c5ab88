import { readCorpus } from "@/server/evaluation/corpus";
import { evaluate, measureNames } from "@/server/evaluation/evaluate";
import { timed } from "@/server/evaluation/speed";

/** What `npm run evaluate` needs of ours. */
export { evaluate, measureNames, readCorpus, timed };
