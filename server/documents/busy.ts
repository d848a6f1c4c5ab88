/** So many changes within so many milliseconds make something busy. What comes at one moment is one change: a comment, its parent, the count. */
const changes = 8;
const within = 3_000;
const moment = 20;

/** What changes so often that rendering its pages each time would be all that we do. */
export class Busy {
  private readonly lately = new Map<string, number[]>();

  constructor(private readonly now: () => number) {}

  /** Notes a change; true if it was busy before it. What rests for three seconds is not busy any more. */
  changed(what: string): boolean {
    const now = this.now();
    const before = (this.lately.get(what) ?? []).filter((at) => at > now - within);
    this.lately.delete(what);
    this.lately.set(what, now - (before.at(-1) ?? 0) < moment ? before : [...before, now].slice(-changes));
    if (this.lately.size > 1_000) this.forgetOldest();
    return before.length >= changes;
  }

  private forgetOldest(): void {
    const [oldest] = this.lately.keys();
    if (oldest !== undefined) this.lately.delete(oldest);
  }
}
