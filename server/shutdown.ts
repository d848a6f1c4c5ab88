import type { Server } from "node:http";
import { second } from "@/lib/clock";
import { log } from "@/lib/log";

/** For so long requests under way may come to their end. */
const patience = 4 * second;

/** Stops taking requests, lets those under way end, then closes the rest in order, each in spite of the others. */
export async function shutDown(server: Server, closing: readonly (() => Promise<unknown> | unknown)[]): Promise<void> {
  const drained = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, patience));
  await Promise.race([drained, timeout]);
  clearInterval(idle);
  server.closeAllConnections();
  for (const close of closing) {
    try {
      await Promise.race([close(), new Promise((resolve) => setTimeout(resolve, 15 * second))]);
    } catch (error) {
      log.warn({ err: error }, "something did not close in good order");
    }
  }
}
