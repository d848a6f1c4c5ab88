import { Client } from "pg";
import { second } from "@/lib/clock";

const patience = 2_500;
const believedFor = second;

/** Whether Postgres answers at the moment. Asked over a connection of its own, at most once a second, by all who want to know together. */
export class Pulse {
  private asking: Promise<boolean> | undefined;
  private last = { at: Number.NEGATIVE_INFINITY, answers: true };

  constructor(private readonly connectionString: string) {}

  /** What is known; while it is known to be down, nobody waits for the next asking. */
  answers(): Promise<boolean> {
    const known = performance.now() - this.last.at < believedFor;
    if (known) return Promise.resolve(this.last.answers);
    this.asking ??= this.ask().finally(() => {
      this.asking = undefined;
    });
    return this.last.answers ? this.asking : Promise.resolve(false);
  }

  private async ask(): Promise<boolean> {
    const client = new Client({
      connectionString: this.connectionString,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      application_name: "rejoinder pulse",
    });
    client.on("error", () => undefined);
    const answers = await client
      .connect()
      .then(() => client.query("SELECT 1"))
      .then(
        () => true,
        () => false,
      );
    this.last = { at: performance.now(), answers };
    client.end().catch(() => undefined);
    return answers;
  }
}
