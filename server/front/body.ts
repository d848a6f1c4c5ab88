import type { IncomingMessage } from "node:http";

export type Body =
  | { kind: "whole"; bytes: Buffer<ArrayBuffer> }
  | { kind: "too large" }
  | { kind: "broken off" }
  | { kind: "busy" };

/**
 * Bytes of bodies being received at one time, in the whole process: past that, newcomers are told to come back.
 * What a comment may weigh is counted apart from pictures and articles, so that a few slow ones keep nobody from answering.
 */
const small = { atOnce: 64 * 1024 * 1024, receiving: 0 };
const large = { atOnce: 96 * 1024 * 1024, receiving: 0 };
const longestSmall = 64 * 1024;

/**
 * Receives a whole body before anything acts on it: what is longer than `max` is refused by its announced length, or at the
 * byte that is too many, so that nobody ever works with the first part of something.
 */
export function receive(request: IncomingMessage, max: number): Promise<Body> {
  const announced = Number(request.headers["content-length"] ?? 0);
  const room = max > longestSmall ? large : small;
  if (announced > max) return Promise.resolve({ kind: "too large" });
  if (announced === 0 && request.headers["transfer-encoding"] === undefined) {
    return Promise.resolve({ kind: "whole", bytes: Buffer.alloc(0) });
  }
  if (room.receiving + announced > room.atOnce) return Promise.resolve({ kind: "busy" });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (body: Body) => {
      request.off("data", take).off("end", whole).off("close", brokenOff).off("error", brokenOff);
      room.receiving -= size;
      size = 0;
      resolve(body);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      room.receiving += chunk.length;
      if (size > max) {
        request.pause();
        end({ kind: "too large" });
      } else if (room.receiving > room.atOnce) {
        request.pause();
        end({ kind: "busy" });
      } else chunks.push(chunk);
    };
    const whole = () => end({ kind: "whole", bytes: Buffer.concat(chunks) });
    const brokenOff = () => end({ kind: "broken off" });
    request.on("data", take).on("end", whole).on("close", brokenOff).on("error", brokenOff);
  });
}
