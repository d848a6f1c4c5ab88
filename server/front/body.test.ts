import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { receive } from "@/server/front/body";

const megabyte = 1024 * 1024;

function sending(bytes: number): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.headers = { "transfer-encoding": "chunked" };
  request.push(Buffer.alloc(bytes));
  return request;
}

test("pictures that never end keep out other pictures, and no words", async () => {
  const slow = Array.from({ length: 7 }, () => sending(14 * megabyte));
  const received = slow.map((request) => receive(request, 15 * megabyte));
  expect(await received.at(-1)).toEqual({ kind: "busy" });

  const comment = sending(9_000);
  comment.push(null);
  expect(await receive(comment, 64 * 1024)).toMatchObject({ kind: "whole" });
  for (const request of slow) request.destroy();
  expect(await Promise.all(received.slice(0, -1))).toEqual(Array(6).fill({ kind: "broken off" }));
});
