import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A message as the sink accepted it, with its dot. */
interface Accepted {
  to: string;
  messageId: string;
  source: string;
}

/** A mail server for tests: takes everything, a little slowly, and remembers what came whole. */
export async function smtpSink({ delay = (): number => 0, answer = "250 taken" } = {}) {
  const accepted: Accepted[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    const say = (line: string) => socket.writable && socket.write(`${line}\r\n`);
    let [read, inData, to] = ["", false, ""];
    const command = (line: string) => {
      if (/^EHLO/i.test(line)) return say("250 sink");
      if (/^RCPT/i.test(line)) to = /<(.*)>/.exec(line)?.[1] ?? "";
      if (/^DATA/i.test(line)) inData = true;
      if (/^QUIT/i.test(line)) return socket.end("221 bye\r\n");
      return say(inData ? "354 go on" : "250 ok");
    };
    const message = async (source: string) => {
      inData = false;
      if (answer.startsWith("250"))
        accepted.push({ to, source, messageId: /^Message-ID:\s+(.*)$/im.exec(source)?.[1]?.trim() ?? "" });
      await pause(delay());
      say(answer);
    };
    socket.on("data", (chunk) => {
      read += chunk.toString("latin1");
      for (;;) {
        const end = inData ? read.indexOf("\r\n.\r\n") : read.indexOf("\r\n");
        if (end < 0) return;
        const part = read.slice(0, end);
        read = read.slice(end + (inData ? 5 : 2));
        if (inData) void message(part);
        else command(part);
      }
    });
    say("220 sink");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    accepted,
    url: `smtp://127.0.0.1:${port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
