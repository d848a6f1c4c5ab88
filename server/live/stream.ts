import type { ServerResponse } from "node:http";
import { backlog } from "@/server/live/limits";

/** One open page. Holds no more than `backlog` bytes for it. */
export class Stream {
  private stuck = 0;

  constructor(
    private readonly response: ServerResponse,
    readonly address: string,
  ) {}

  /** Sends these bytes, the same for all; false if the client does not read and was cut off. */
  send(bytes: Buffer): boolean {
    const { response } = this;
    if (response.destroyed || response.writableEnded) return false;
    if (response.writableLength + bytes.length > backlog) {
      response.destroy();
      return false;
    }
    response.write(bytes);
    return true;
  }

  /** A beat, which also tells who has taken nothing since the one before the last. */
  beat(bytes: Buffer): void {
    this.stuck = this.response.writableLength > 0 ? this.stuck + 1 : 0;
    if (this.stuck > 2) this.response.destroy();
    else this.send(bytes);
  }

  end(bytes: Buffer): void {
    if (!this.response.writableEnded) this.response.end(bytes);
  }
}
