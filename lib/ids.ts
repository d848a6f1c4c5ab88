import { v7 } from "uuid";
import { z } from "zod";

/** A new id: UUID version 7 (RFC 9562), so that rows written together lie together. */
export function newId(): string {
  return v7();
}

/** An id as it comes from outside; opaque to clients. */
export const idSchema = z.uuid();
