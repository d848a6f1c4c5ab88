/** Changes in so many milliseconds that make something busy. */
const within = 3_000;
const changes = 4;

/** What changes so often that rendering its pages each time would be all that we do. */
export class Busy {
  private readonly lately = new Map<string, number[]>();

  constructor(private readonly now: () => number) {}

  /** Notes a change; true if it was busy before it. What rests for three seconds is not busy any more. */
  changed(what: string): boolean {
    const from = this.now() - within;
    const before = (this.lately.get(what) ?? []).filter((at) => at > from);
    this.lately.delete(what);
    this.lately.set(what, [...before, this.now()].slice(-changes));
    if (this.lately.size > 1_000) this.forgetOldest();
    return before.length >= changes;
  }

  private forgetOldest(): void {
    const [oldest] = this.lately.keys();
    if (oldest !== undefined) this.lately.delete(oldest);
  }
}
