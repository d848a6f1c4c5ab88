import { hostsIn } from "@/lib/comments/screening/domains";
import { parseRules } from "@/lib/comments/screening/rule-document";
import { screen } from "@/lib/comments/screening/screen";
import type { Submission } from "@/lib/comments/screening/submission";
import { visibleText } from "@/lib/comments/screening/visible";
import { timed } from "@/server/evaluation/speed";

/** What `npm run bench` measures of ours in its own process. */
export { screeningTimed, timed };

const reader: Omit<Submission, "text" | "hosts" | "links"> = {
  writer: { role: "reader", status: "active", published: 5, level: "known", held: null },
  policy: "open",
  open: true,
  repeated: false,
  recent: { byWriter: 0, underArticle: 0 },
  learned: null,
};

/** Milliseconds in which 95 of 100 comments (HTML) are screened by every step, with these words listed. */
function screeningTimed(listed: readonly string[], comments: readonly string[]): number {
  const rules = parseRules(
    `words: hold "Listed"\n${listed.map((word) => `  ${word}`).join("\n")}\nshouting: hold over 70 %\n`,
  );
  const took = comments.map((html) => {
    const began = performance.now();
    const text = visibleText(html);
    screen({ ...reader, text, ...hostsIn(html, text) }, rules);
    return performance.now() - began;
  });
  return took.sort((a, b) => a - b)[Math.floor(0.95 * took.length)] ?? 0;
}
