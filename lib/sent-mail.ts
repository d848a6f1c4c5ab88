import { Transform } from "node:stream";
import { beginHeld, type HeldTransaction, Prisma } from "@/lib/db";

/** What else becomes true when a message goes out, in the transaction that says so; `sent` is false when the server refused it after all. */
export type Alongside = (transaction: HeldTransaction, sent: boolean) => Promise<unknown>;

/** Thrown into the stream of a message that went out before: its last line is never sent. */
export class SentBefore extends Error {}

/**
 * The claim on one message, in `sent_mails` by its Message-ID: of all attempts, by all processes, one sends it.
 *
 * Mail has no transactions: a sender that dies around the last line of a message (the dot) cannot know what became of it (RFC 1047). So the
 * claim is inserted when everything but the dot has been handed over, and its `COMMIT` is written to the database's socket in the very tick
 * in which the dot is written to the server's. Dying before it, nothing is claimed and the server drops a message without a dot; dying after
 * both, the message is out and stays claimed. What is left are the microseconds between two writes (docs/decisions/0015-…): then a message is
 * lost, never doubled; what it told stands in the inbox.
 */
export class Claim {
  private held: HeldTransaction | undefined;
  private committed: Promise<void> | undefined;

  constructor(
    private readonly messageId: string,
    private readonly alongside: Alongside = async () => undefined,
  ) {}

  /** Takes the claim without committing it. False if the message went out before; waits for another that is just sending it. */
  async take(): Promise<boolean> {
    this.held = await beginHeld();
    const [row] = await this.held.query(
      Prisma.sql`INSERT INTO sent_mails ("messageId") VALUES (${this.messageId}) ON CONFLICT DO NOTHING RETURNING 1`,
    );
    if (!row) return false;
    await this.alongside(this.held, true);
    return true;
  }

  /** Commits what `take` took. */
  async commit(): Promise<void> {
    this.committed = this.held?.commit();
    await this.committed;
  }

  /** The last stage of a message on its way to a server. Fails with `SentBefore` in place of the dot. */
  stage(): Transform {
    return new LastStage(
      () => this.take(),
      () => void this.commit().catch(() => undefined),
    );
  }

  /** The server has it: waits for the commit, whose own failure would mean a second message at the next attempt, not a lost one. */
  async settle(): Promise<void> {
    await (this.committed ?? this.commit()).catch(() => undefined);
    await this.held?.end();
  }

  /** The server did not take it: a claim that was committed is given up, so that the next attempt sends it. */
  async giveUp(): Promise<void> {
    const wasCommitted = await this.committed?.then(() => true).catch(() => false);
    await this.held?.end();
    if (!wasCommitted) return;
    const again = await beginHeld();
    try {
      await again.query(Prisma.sql`DELETE FROM sent_mails WHERE "messageId" = ${this.messageId}`);
      await this.alongside(again, false);
      await again.commit();
    } finally {
      await again.end();
    }
  }
}

/** Takes the claim when all of the message has passed, and commits it in the tick in which the dot is written. */
class LastStage extends Transform {
  private over = false;

  constructor(
    private readonly claimed: () => Promise<boolean>,
    private readonly onDot: () => void,
  ) {
    super();
  }

  override _transform(chunk: unknown, _encoding: string, done: (error: null, chunk: unknown) => void): void {
    done(null, chunk);
  }

  override _flush(done: (error?: Error | null) => void): void {
    this.claimed().then((first) => {
      this.over = first;
      done(first ? null : new SentBefore());
    }, done);
  }

  /** nodemailer's own stream, into which it pipes us, adds the dot; its listener that writes to the socket comes after ours. */
  override pipe<Into extends NodeJS.WritableStream>(into: Into, options?: { end?: boolean }): Into {
    into.prependListener("data", (chunk: unknown) => {
      if (this.over && Buffer.isBuffer(chunk) && chunk.length <= 5 && chunk.toString().endsWith(".\r\n")) this.onDot();
    });
    return super.pipe(into, options);
  }
}
