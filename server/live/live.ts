import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { threadState, threadStateAt } from "@/lib/comments/changes";
import { notFound } from "@/lib/errors";
import { limits, spend } from "@/lib/rate-limit";
import type { CommentChange } from "@/server/listener";
import { Admission, noPlace } from "@/server/live/admission";
import { beatEvery, quietRooms } from "@/server/live/limits";
import { Room } from "@/server/live/room";
import { Stream } from "@/server/live/stream";

const wellFormed = /^[\w-]+\.\w+\.\w+$/;

/** The open pages of this process, told of changes as this process hears of them: server-sent events (HTML, 9.2). */
export class Live {
  private readonly boot = randomBytes(6).toString("base64url");
  private readonly rooms = new Map<string, Room>();
  private readonly bySlug = new Map<string, string>();
  /** Rooms that somebody is about to enter. */
  private readonly newborn = new WeakSet<Room>();
  private readonly opening = new Map<string, Promise<Room>>();
  private readonly timer = setInterval(() => this.beat(), beatEvery).unref();
  private made = 0;
  private closed = false;
  constructor(private readonly places = new Admission()) {}

  /** Open streams. */
  get count(): number {
    return this.places.count;
  }

  /** Opens a stream, or throws `not_found`, `rate_limited` or `unavailable`. `headers` are flat, and on every answer. */
  async open(request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
    this.requirePlace(asked.address);
    const room = await this.room(asked.slug, asked.address);
    this.newborn.delete(room);
    // While it was looked for, others may have come.
    this.requirePlace(asked.address);
    if (request.socket.destroyed) return;
    const stream = new Stream(response, asked.address);
    this.places.take(asked.address);
    response.once("close", () => {
      room.leave(stream);
      this.places.leave(asked.address);
    });
    request.socket.setNoDelay(true);
    // Its end is the connection's, so chunks need no lengths.
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, [...asked.headers, ...streamHeaders]);
    const since = request.headers["last-event-id"] ?? new URLSearchParams(asked.query).get("since");
    room.join(stream, typeof since === "string" ? (wellFormed.test(since) ? since : "") : undefined);
  }

  /** A comment that readers see, or saw, changed. */
  commentChanged(articleId: string, commentId: string, what: CommentChange): void {
    this.roomWithReaders(articleId)?.changed(commentId, what);
  }

  /** An article itself changed: it may be gone. */
  articleChanged(articleId: string): void {
    this.roomWithReaders(articleId)?.changed();
  }

  /** Anything may have changed. */
  everythingChanged(): void {
    for (const articleId of [...this.rooms.keys()]) {
      const room = this.roomWithReaders(articleId);
      room?.changed();
      room?.lookAgain();
    }
  }

  /** Ends every stream at once and takes no more. */
  close(): void {
    this.closed = true;
    clearInterval(this.timer);
    for (const room of this.rooms.values()) room.close();
    this.rooms.clear();
  }

  private requirePlace(address: string): void {
    if (this.closed) throw noPlace();
    this.places.require(address);
  }

  /** Only an article of which nobody has a page open costs a question, one for all who ask it together. */
  private async room(slug: string, address: string): Promise<Room> {
    const known = this.rooms.get(this.bySlug.get(slug) ?? "");
    if (known?.slug === slug) return known;
    await spend(limits.read, address);
    const opening = this.opening.get(slug) ?? this.look(slug).finally(() => this.opening.delete(slug));
    this.opening.set(slug, opening);
    return opening;
  }

  private async look(slug: string): Promise<Room> {
    const state = await threadStateAt(slug);
    if (!state) throw notFound();
    const { articleId } = state;
    const known = this.rooms.get(articleId);
    this.bySlug.set(slug, articleId);
    if (known) {
      known.changed();
      return known;
    }
    const room = new Room(`${this.boot}.${(++this.made).toString(36)}`, state, () => this.forget(articleId));
    this.rooms.set(articleId, room);
    this.newborn.add(room);
    // What changed between the question and now, nobody has told us. What changes from now on, we hear.
    const now = await threadState(articleId, []).finally(() => this.forgetQuiet());
    if (now) room.renew(now);
    return room;
  }

  /** A room without readers is forgotten with the first change, so whoever comes back is told to look. */
  private roomWithReaders(articleId: string): Room | undefined {
    const room = this.rooms.get(articleId);
    if (room?.size !== 0 || this.newborn.has(room)) return room;
    this.forget(articleId);
    return undefined;
  }

  private forget(articleId: string): void {
    const room = this.rooms.get(articleId);
    if (!room) return;
    this.rooms.delete(articleId);
    for (const [slug, id] of this.bySlug) if (id === articleId) this.bySlug.delete(slug);
    if (room.size === 0) room.close();
  }

  private forgetQuiet(): void {
    if (this.rooms.size <= quietRooms) return;
    const quiet = [...this.rooms].find(([, room]) => room.size === 0 && !this.newborn.has(room));
    if (quiet) this.forget(quiet[0]);
  }

  private beat(): void {
    for (const room of this.rooms.values()) room.beat();
  }
}

interface Asked {
  slug: string;
  query: string;
  address: string;
  headers: readonly string[];
}

const streamHeaders = [
  "Content-Type",
  "text/event-stream",
  "Cache-Control",
  "no-store, no-transform",
  // nginx would hold it back.
  "X-Accel-Buffering",
  "no",
];
