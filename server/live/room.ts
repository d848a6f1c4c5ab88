import { type ThreadState, threadState } from "@/lib/comments/changes";
import { log } from "@/lib/log";
import type { CommentChange } from "@/server/listener";
import { beat, changesIn, comeBack, frame, over } from "@/server/live/frames";
import { collectFor, remembered, rememberedBytes, toldAtOnce, votesEvery } from "@/server/live/limits";
import type { Stream } from "@/server/live/stream";

/** Of what happens to a comment before it is told, the weightiest is told: pages look a comment that came up as it is by then. */
const weight = { score: 0, more: 1, article: 2, came: 3 } as const;

/** The open pages of one article. However many they are, a change is asked for once and told in the same bytes. */
export class Room {
  private readonly streams = new Set<Stream>();
  private readonly told: { number: number; bytes: Buffer }[] = [];
  private waiting = new Map<string, CommentChange>();
  private number = 0;
  private asking = false;
  private votesTold = Number.NEGATIVE_INFINITY;
  private timer: { at: number; handle: NodeJS.Timeout } | undefined;

  constructor(
    private readonly name: string,
    private state: ThreadState,
    private readonly onOver: () => void,
  ) {}

  get slug(): string {
    return this.state.slug;
  }

  get size(): number {
    return this.streams.size;
  }

  /** Greets, and tells who says where they left off what happened since, or that they must look themselves. */
  join(stream: Stream, since: string | undefined): void {
    const missed = since === undefined ? [] : this.after(since);
    const { count } = this.state;
    const greeting = since === undefined ? { count } : { count, resumed: missed !== undefined };
    this.streams.add(stream);
    stream.send(frame("hello", greeting, this.id));
    for (const bytes of missed ?? []) stream.send(bytes);
  }

  /** What those who join from now on are greeted with. */
  renew(state: ThreadState): void {
    this.state = state;
  }

  leave(stream: Stream): void {
    this.streams.delete(stream);
  }

  /** A comment changed, or (without an id) the article itself. */
  changed(id?: string, what: CommentChange = "article"): void {
    if (id) {
      const known = this.waiting.get(id);
      if (!known || weight[what] > weight[known]) this.waiting.set(id, what);
    }
    const now = performance.now();
    this.tellAt(what === "score" ? Math.max(now + collectFor, this.votesTold + votesEvery) : now + collectFor);
  }

  beat(): void {
    for (const stream of this.streams) stream.beat(beat);
  }

  /** Everybody is to look at the page: one cannot say what changed. */
  lookAgain(): void {
    this.number++;
    this.told.length = 0;
    this.broadcast(frame("resync", {}, this.id));
  }

  close(bytes: Buffer = comeBack()): void {
    clearTimeout(this.timer?.handle);
    for (const stream of this.streams) stream.end(bytes);
    this.streams.clear();
  }

  private get id(): string {
    return `${this.name}.${this.number.toString(36)}`;
  }

  private after(since: string): Buffer[] | undefined {
    const [boot, room, last = ""] = since.split(".");
    const number = Number.parseInt(last, 36);
    const forgotten = (this.told[0]?.number ?? this.number + 1) - 1;
    if (`${boot}.${room}` !== this.name || !(number >= forgotten)) return undefined;
    return this.told.filter((each) => each.number > number).map(({ bytes }) => bytes);
  }

  private tellAt(at: number): void {
    if (this.timer && this.timer.at <= at) return;
    clearTimeout(this.timer?.handle);
    const handle = setTimeout(() => void this.tell(), Math.max(0, at - performance.now()));
    this.timer = { at, handle: handle.unref() };
  }

  private async tell(): Promise<void> {
    this.timer = undefined;
    // One question at a time; what comes in meanwhile is the next one's.
    if (this.asking) return this.tellAt(performance.now() + collectFor);
    const due = this.due();
    this.asking = true;
    try {
      const state = await threadState(this.state.articleId, due.size > toldAtOnce ? [] : [...due.keys()]);
      if (!state?.published) {
        this.onOver();
        this.close(over);
        return;
      }
      this.state = state;
      if (due.size > toldAtOnce) this.lookAgain();
      else if (due.size > 0) this.remember(frame("changes", changesIn(state, due), this.next()));
    } catch (error) {
      log.warn({ err: error }, "open pages could not be told what changed");
      this.lookAgain();
    } finally {
      this.asking = false;
    }
  }

  /** What is to be told now: votes only if some time has passed since the last. */
  private due(): Map<string, CommentChange> {
    const now = performance.now();
    const withVotes = now >= this.votesTold + votesEvery;
    const due = new Map([...this.waiting].filter(([, what]) => withVotes || what !== "score"));
    const votes = [...due.values()].includes("score");
    for (const id of due.keys()) this.waiting.delete(id);
    if (votes) this.votesTold = now;
    else if (this.waiting.size > 0) this.tellAt(this.votesTold + votesEvery);
    return due;
  }

  private next(): string {
    this.number++;
    return this.id;
  }

  private remember(bytes: Buffer): void {
    this.told.push({ number: this.number, bytes });
    let size = this.told.reduce((sum, each) => sum + each.bytes.length, 0);
    while (this.told.length > remembered || size > rememberedBytes) size -= this.told.shift()?.bytes.length ?? size;
    this.broadcast(bytes);
  }

  private broadcast(bytes: Buffer): void {
    for (const stream of this.streams) if (!stream.send(bytes)) this.streams.delete(stream);
  }
}
