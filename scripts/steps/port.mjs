import { createServer } from "node:net";
import { OperatorError } from "./say.mjs";

/** Found out before anything is built: a port that is taken is the commonest reason why a start fails. */
export function requireFreePort(port, host) {
  if (port === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(new OperatorError(explain(error, port, host))));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function explain(error, port, host) {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is taken by another program, perhaps by Rejoinder itself in another window.\nStop it, or choose another port:  PORT=${port + 1} npm start`;
  }
  if (error.code === "EACCES")
    return `This user may not listen on port ${port}. Choose one above 1023:  PORT=3000 npm start`;
  return `Cannot listen on ${host} port ${port}: ${error.message}. Check HOST and PORT.`;
}
