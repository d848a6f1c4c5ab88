import { keepClosed } from "@/components/elements/closed-branches";
import { edit } from "@/components/elements/editing";
import { ignore } from "@/components/elements/ignoring";
import { takeKeys } from "@/components/elements/keys";
import { keepLevels } from "@/components/elements/levels";
import { findLinked } from "@/components/elements/permalinks";
import { choose } from "@/components/elements/picks-and-pins";
import { quote } from "@/components/elements/quoting";
import { tellAges } from "@/components/elements/relative-time";
import { answer } from "@/components/elements/reply-forms";
import { unfold } from "@/components/elements/unfolding";
import { showOwnThings } from "@/components/elements/viewer-state";
import { markNew } from "@/components/elements/visits";
import { vote } from "@/components/elements/votes";

/** What a thread does by itself, each in a file of its own. They hear of new items by `comments-arrived`. */
const behaviours: readonly ((thread: HTMLElement) => unknown)[] = [
  ...[showOwnThings, tellAges, keepLevels, keepClosed, markNew, takeKeys, findLinked],
  ...[vote, answer, edit, quote, unfold, choose, ignore],
];

/** A thread that votes, answers and unfolds in place. Without it, its forms and links do the same by pages. */
export class CommentThread extends HTMLElement {
  connectedCallback() {
    for (const behave of behaviours) void behave(this);
  }
}
