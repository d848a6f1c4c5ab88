import type { ThreadChanges } from "@/lib/comments/schema";

const events = ["hello", "changes", "resync", "over", "beat"] as const;

export type Told = ThreadChanges["comments"][number];

/** `resumed`: whether all that happened since one left off is told. */
export interface LiveEvent {
  name: (typeof events)[number];
  data: { count?: number; resumed?: boolean; comments?: Told[] };
}

/** Of six connections that a browser opens to a host, so many may be streams, in all its tabs together. */
const slots = 3;
/** Milliseconds: a stream that was silent for longer is given up; pauses before trying again grow from one to the other. */
const silence = 50_000;
const pauses = { from: 2_000, to: 90_000 };
const triesAtMost = 25;

/** A stream of one thread's changes, which comes back by itself, more and more slowly, and says where it left off. */
export class LiveStream {
  private source: EventSource | undefined;
  private release: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;
  private since = "";
  private wanted = false;

  constructor(
    private readonly path: string,
    private readonly hear: (event: LiveEvent) => void,
  ) {}

  open() {
    if (this.wanted) return;
    this.wanted = true;
    this.tries = 0;
    void this.connect();
  }

  close() {
    this.wanted = false;
    this.drop();
  }

  private drop() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
    this.release?.();
    this.release = undefined;
  }

  private async connect() {
    const release = await slot();
    if (!this.wanted || this.source) {
      release?.();
      return;
    }
    if (!release) {
      this.later();
      return;
    }
    this.release = release;
    const source = new EventSource(this.path + (this.since && `?since=${this.since}`));
    this.source = source;
    source.onerror = () => this.later();
    for (const name of events)
      source.addEventListener(name, ({ data, lastEventId }) => {
        if (lastEventId) this.since = lastEventId;
        this.heard({ name, data: JSON.parse(data) });
      });
  }

  private heard(event: LiveEvent) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.later(), silence);
    // Who is greeted and let go at once, again and again, keeps away longer and longer.
    if (event.name === "beat") this.tries = 0;
    if (event.name === "over") this.close();
    this.hear(event);
  }

  private later() {
    this.drop();
    const longest = Math.min(pauses.to, pauses.from * 2 ** this.tries++);
    if (this.wanted && this.tries < triesAtMost)
      this.timer = setTimeout(() => void this.connect(), longest / 4 + Math.random() * longest);
  }
}

/** A place among the streams of all tabs, and the way to give it back; undefined while all are taken. */
async function slot(): Promise<(() => void) | undefined> {
  if (!navigator.locks) return () => undefined;
  for (let number = 0; number < slots; number++) {
    const release = await new Promise<(() => void) | undefined>((resolve) => {
      navigator.locks
        .request(`rejoinder live ${number}`, { ifAvailable: true }, (lock) =>
          lock ? new Promise<void>((done) => resolve(() => done())) : resolve(undefined),
        )
        .catch(() => resolve(() => undefined));
    });
    if (release) return release;
  }
  return undefined;
}
