import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { second } from "@/lib/clock";
import { log } from "@/lib/log";

interface ListenerOptions {
  connectionString: string;
  /** A tag whose pages are out of date. `mayLag`: only more of the same came, which a page may show a second late. */
  onTag(tag: string, mayLag: boolean): void;
  /** One comment that readers see, or saw, changed; what shows it is dropped by `onTag`. */
  onComment?(articleId: string, commentId: string, what: CommentChange): void;
  /** Everything may be out of date. */
  onAll(): void;
  /** The database could not be reached for a while. */
  onUnreachable?(): void;
}

/** What changed of a comment: its votes, that its replies were counted (`more`), everything else of it (`article`), or that it came. */
const commentChanges = ["score", "more", "article", "came"] as const;
export type CommentChange = (typeof commentChanges)[number];

/** Of these a page may lack the latest for a second. */
const mayLag = new Set(["came", "more", "count"]);

const channel = "rejoinder";
/** We notify ourselves so often, and distrust the listener that did not hear it for so long. */
const beatEvery = second;
const silentFor = 2 * second;
const votesEvery = second;
/** After so many failures to connect, and again after as many, it is said that the database is away. */
const tellEvery = 4;
const backoff = { from: 100, to: 3 * second };

/**
 * Hears of every change in the database, whoever made it. A beat that this process sends to itself proves that the
 * connection hears; notifications come in the order of commits, so a beat that came back proves that everything
 * committed before it was sent has been heard too.
 */
export class Listener {
  private readonly name = randomBytes(6).toString("hex");
  private client: Client | undefined;
  private heard = 0;
  private beat = 0;
  private sending = false;
  private waiting: (() => void)[] = [];
  private sent: (() => void)[] = [];
  private readonly votes = new Map<string, { again: boolean }>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private failures = 0;
  /** Every change is heard of. While false, nothing may be kept nor served from what is kept. */
  trusted = false;

  constructor(private readonly options: ListenerOptions) {}

  /** When the listener last proved that it hears, on the clock of `performance.now()`. */
  get lastHeard(): number {
    return this.heard;
  }

  start(): void {
    this.timer = setInterval(() => this.tick(), beatEvery / 4);
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    const client = this.client;
    this.distrust("stopping");
    await client?.end().catch(() => undefined);
  }

  /** Resolves once every change committed before the call has been acted on here, or the listener is distrusted. */
  caughtUp(): Promise<void> {
    if (!this.trusted) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.sendBeat();
    });
  }

  private tick(): void {
    const silence = performance.now() - this.heard;
    if (this.client && silence > silentFor) this.distrust("silent");
    else if (silence >= beatEvery) this.sendBeat();
  }

  private async connect(): Promise<void> {
    if (this.stopped) return;
    const client = new Client({
      connectionString: this.options.connectionString,
      connectionTimeoutMillis: 2 * second,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5 * second,
      application_name: "rejoinder listener",
    });
    // A connection given up for its silence may still fail, much later.
    client.on("error", () => this.lost(client));
    client.on("end", () => this.lost(client));
    client.on("notification", ({ payload }) => {
      if (client === this.client && payload) this.hear(payload);
    });
    try {
      await within(client.connect(), 2 * second);
      await within(client.query(`LISTEN ${channel}`), 2 * second);
      this.client = client;
      this.heard = performance.now();
      this.sending = false;
      this.sendBeat();
    } catch {
      client.end().catch(() => undefined);
      this.retry();
    }
  }

  private retry(): void {
    if (this.stopped) return;
    this.failures++;
    if (this.failures % tellEvery === 0) this.options.onUnreachable?.();
    setTimeout(() => void this.connect(), Math.min(backoff.to, backoff.from * 2 ** Math.min(this.failures, 6)));
  }

  private lost(client: Client): void {
    if (client === this.client) this.distrust("lost");
  }

  private distrust(why: string): void {
    const client = this.client;
    this.client = undefined;
    if (this.trusted && !this.stopped)
      log.warn({ why }, "the listening connection is distrusted: pages are rendered anew and none is kept");
    this.trusted = false;
    this.sending = false;
    for (const resolve of [...this.sent.splice(0), ...this.waiting.splice(0)]) resolve();
    if (this.stopped || !client) return;
    // `end()` waits for an answer that may never come; it is only asked, and the socket is closed under it.
    client.end().catch(() => undefined);
    client.connection.stream.destroy();
    this.retry();
  }

  private sendBeat(): void {
    const { client } = this;
    if (!client || this.sending) return;
    this.sending = true;
    this.sent = this.waiting.splice(0);
    const payload = `beat:${this.name}:${++this.beat}`;
    client.query("SELECT pg_notify($1, $2)", [channel, payload]).catch(() => this.lost(client));
  }

  private hear(payload: string): void {
    if (payload === `beat:${this.name}:${this.beat}`) this.hearOwnBeat();
    else if (payload.startsWith("beat:")) return;
    else if (payload === "all") this.options.onAll();
    else {
      const [what = "", id = "", commentId] = payload.split(":");
      if (what === "score") this.hearVotes(id);
      else if (mayLag.has(what)) this.options.onTag(`article:${id}`, true);
      else this.options.onTag(commentId ? `${what}:${id}` : payload, false);
      const change = commentChanges.find((each) => each === what);
      if (commentId && change) this.options.onComment?.(id, commentId, change);
    }
  }

  private hearOwnBeat(): void {
    this.heard = performance.now();
    this.sending = false;
    if (!this.trusted) {
      // What happened while we were deaf, nobody will tell.
      this.options.onAll();
      this.trusted = true;
      if (this.failures > 0) log.info("the listening connection is back");
      this.failures = 0;
    }
    for (const resolve of this.sent.splice(0)) resolve();
    if (this.waiting.length > 0) this.sendBeat();
  }

  /** Votes drop an article's pages at once, then at most once a second. */
  private hearVotes(articleId: string): void {
    const recent = this.votes.get(articleId);
    if (recent) {
      recent.again = true;
      return;
    }
    this.options.onTag(`article:${articleId}`, true);
    const state = { again: false };
    this.votes.set(articleId, state);
    setTimeout(() => {
      this.votes.delete(articleId);
      if (state.again) this.hearVotes(articleId);
    }, votesEvery).unref();
  }
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The database did not answer in time.")), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
