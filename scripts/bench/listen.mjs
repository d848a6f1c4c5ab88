// Many open pages in a process of their own: each a socket that listens to a thread's stream, each from another address.
// Says "open" once all are greeted; told to stop, it says when each comment arrived at each of them.
import { readFileSync } from "node:fs";
import { connect } from "node:net";

const { port, count, slug } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const arrivals = new Map();
let greeted = 0;

function fail(why) {
  console.error(why);
  process.exit(1);
}

function note(frame) {
  const at = Date.now();
  const data = frame.slice(frame.indexOf("data: ") + 6);
  for (const { id } of JSON.parse(data).comments) {
    const known = arrivals.get(id);
    if (known) known.push(at);
    else arrivals.set(id, [at]);
  }
}

function listen(number) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const address = `10.9.${Math.floor(number / 250)}.${number % 250}`;
    socket.write(
      `GET /api/v1/articles/${slug}/stream HTTP/1.1\r\nHost: localhost:${port}\r\nX-Forwarded-For: ${address}\r\n\r\n`,
    );
    let had = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      had += chunk;
      const frames = had.split("\n\n");
      had = frames.pop() ?? "";
      for (const frame of frames) {
        if (frame.includes("event: hello")) {
          if (!frame.startsWith("HTTP/1.1 200")) fail(frame);
          greeted++;
          resolve();
        } else if (frame.includes("event: changes")) note(frame);
      }
    });
    socket.on("error", (error) => fail(error.message));
    socket.on("close", () => fail(`A stream was closed after ${greeted} were open. ${had}`));
  });
}

// A hundred at a time: nobody's readers come all in one millisecond.
for (let from = 0; from < count; from += 100) {
  await Promise.all(Array.from({ length: Math.min(100, count - from) }, (_, each) => listen(from + each)));
}
console.log("open");
process.once("SIGTERM", () => {
  process.stdout.write(`${JSON.stringify([...arrivals])}\n`, () => process.exit(0));
});
