import { processState } from "@/lib/process-state";

/** Notes that the page being rendered shows these; a change to any of them drops the kept page. No effect outside a reader page. */
export function showed(...tags: string[]): void {
  const notes = processState().notes.getStore();
  for (const tag of tags) notes?.tags.add(tag);
}

/** Sets the HTTP status of the page being rendered. `notFound()` would come out blank in a document without scripts. */
export function answerStatus(status: number): void {
  const notes = processState().notes.getStore();
  if (notes) notes.status = status;
}

/** Notes that the page being rendered will be out of date at `moment` (UTC), without any row changing. */
export function changesAt(moment: Date): void {
  const notes = processState().notes.getStore();
  if (notes && (!notes.freshUntil || moment < notes.freshUntil)) notes.freshUntil = moment;
}
