import { detailOf, newKey, type Said, send } from "@/components/elements/api";
import { keepWords } from "@/components/elements/kept-words";
import { deliver, type Outcome, retryLater, tell } from "@/components/elements/outbox";
import { forgetEntry, type OutboxEntry } from "@/components/elements/outbox-entries";
import { announce, wordsFor } from "@/components/elements/templates";
import { rememberPosted } from "@/components/elements/undoing";
import { currentViewer } from "@/components/elements/viewer";
import { fill, hasMore, say, type Writing } from "@/components/elements/writing";

/** What was posted, told to the thread around the form; a thread that shows it prevents the default, which is to go there. */
export interface Posted {
  id: string;
  parentId: string | null;
  waiting: boolean;
  entry: OutboxEntry;
  /** Whether nobody pressed a button for it at this moment. */
  quiet: boolean;
}

/** What was posted, from the answer to it. */
export const postedBy = (entry: OutboxEntry, { body }: Said, quiet: boolean): Posted => ({
  ...{ id: String(body.id), parentId: entry.parentId, waiting: body.status !== "published", entry, quiet },
});

/** Where one goes to see it, where there is no thread to show it in. */
export const placeOfPosted = ({ id, waiting, entry }: Posted) =>
  waiting ? `/comments/${id}/mine` : `${entry.path.replace("/api/v1", "").replace(/\/comments$/, "")}#comment-${id}`;

/** Sends the words as an outbox entry: from then on it is the entry that keeps them. */
export async function post(writing: Writing) {
  const { area, path, parentId, place } = writing;
  const body = area.value;
  writing.key ??= newKey();
  const { key } = writing;
  const entry: OutboxEntry = { key, path, parentId, body, by: (await currentViewer())?.handle ?? null, at: Date.now() };
  const delivery = deliver(entry);
  const same = () => area.value === body;
  keepWords(place, same() ? "" : area.value);
  const outcome = await delivery;
  if (isBack(outcome)) {
    keepWords(place, area.value, same() ? key : undefined);
    forgetEntry(entry);
  } else if (same()) {
    fill(writing, "");
    writing.touched = false;
    writing.host.querySelector('[data-part="preview"]')?.remove();
  }
  conclude(writing, entry, outcome);
}

/** Whether the words stay in their form: also where it was a little too fast, which says so. */
const isBack = (outcome: Outcome) => outcome.kind === "stranger" || refusalIn(outcome) !== null;

function refusalIn(outcome: Outcome): Said | null {
  if (outcome.kind === "refused") return outcome.said;
  return outcome.kind === "unsent" && outcome.said?.status === 429 ? outcome.said : null;
}

function conclude(writing: Writing, entry: OutboxEntry, outcome: Outcome) {
  const { form, host } = writing;
  if (outcome.kind === "posted") {
    const detail = postedBy(entry, outcome.said, false);
    const shown = !host.dispatchEvent(new CustomEvent("comment-posted", { detail, bubbles: true, cancelable: true }));
    if (shown) return;
    rememberPosted(detail);
    location.assign(placeOfPosted(detail));
  } else if (outcome.kind === "before") location.assign(outcome.location);
  // As without JavaScript: the server keeps the words, and signing in leads back to them.
  else if (outcome.kind === "stranger") form.submit();
  else if (isBack(outcome)) refuse(writing, refusalIn(outcome));
  else {
    retryLater(outcome.kind === "unsent" ? outcome.said : null);
    tell({ entry, outcome });
  }
}

function refuse(writing: Writing, said: Said | null) {
  say(writing, said ? detailOf(said) : (writing.host.dataset.offline ?? ""));
  writing.area.focus();
}

/** Sends changed words of a comment that stands. Until they were taken, they stay in their form and are kept. */
export async function saveChange(writing: Writing) {
  const { host, form, area, path, place } = writing;
  const body = area.value;
  writing.key ??= newKey();
  const said = await send(path, { body }, { "idempotency-key": writing.key });
  if (said?.status === 401) form.submit();
  else if (said?.status !== 200) refuse(writing, said && said.status < 500 ? said : null);
  else {
    area.defaultValue = body;
    writing.key = undefined;
    keepWords(place, hasMore(form) ? area.value : "");
    if (hasMore(form)) announce(form, wordsFor("newer"));
    const id = String(said.body.id);
    const waiting = said.body.status !== "published";
    const detail = { id, waiting };
    const shown = !host.dispatchEvent(new CustomEvent("comment-changed", { detail, bubbles: true, cancelable: true }));
    if (!shown && !hasMore(form))
      location.assign(waiting ? `/comments/${id}/mine` : `/articles/${said.body.articleSlug}#comment-${id}`);
  }
}
