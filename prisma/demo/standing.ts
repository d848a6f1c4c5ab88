import type { DemoPiece } from "@/prisma/demo/pieces";
import { DAY } from "@/prisma/demo/thread";

const standing = { lang: "en", author: "margit", thread: [] } as const;

/** Pages of older date that stand for months; who wrote to them is in `letters/` and `unwelcome/`. */
export const letterPages: readonly DemoPiece[] = [
  {
    ...standing,
    slug: "letters-to-the-editor",
    title: "Letters to the editor",
    standfirst: "What you saw, what you would have printed, and what we got wrong. This page stands all winter.",
    section: "Politics",
    tags: ["Letters"],
    age: 91 * DAY,
    picture: {
      drawing: "graph-over-books",
      alt: "A curve drawn over a shelf of books of different heights",
      caption: "The shelf on which the letters are kept.",
      credit: "Drawing: R. Imari",
    },
    policy: "all_held",
  },
  {
    ...standing,
    slug: "what-should-we-count-next",
    title: "What should we count next?",
    standfirst: "A magazine with a new pencil asks its readers where to begin.",
    section: "Economy",
    tags: ["Letters", "Public money"],
    age: 88 * DAY,
    picture: {
      drawing: "street-section",
      alt: "A street cut open like a cake: houses above, pipes and rails below",
      caption: "Everything here has been counted, except what hums.",
      credit: "Drawing: R. Imari",
    },
    policy: "open",
  },
];
