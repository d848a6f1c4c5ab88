import { resolve } from "node:path";
import { inRoot, root } from "./root.mjs";
import { OperatorError } from "./say.mjs";

const text = (name) => process.env[name]?.trim() || undefined;

function wholeNumber(name, usual) {
  const value = Number(text(name) ?? usual);
  if (!Number.isInteger(value) || value < 1)
    throw new OperatorError(`${name} is “${process.env[name]}”. It should be a whole number, 1 or more.`);
  return value;
}

/** What the environment asks of a start, read once. `docs/operating.md` lists every variable. */
export function readSettings() {
  const port = Number(text("PORT") ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new OperatorError(`PORT is “${process.env.PORT}”, which is not a port number.`);
  const siteUrl = text("SITE_URL");
  if (siteUrl && !/^https?:\/\/[^/]+\/?$/.test(siteUrl)) {
    throw new OperatorError(
      `SITE_URL is “${siteUrl}”. It should be an address such as https://paper.example, without a path.`,
    );
  }
  return {
    root,
    port,
    host: text("HOST") ?? "127.0.0.1",
    siteUrl,
    dataDir: resolve(inRoot(), text("DATA_DIR") ?? ".data"),
    databaseUrl: text("DATABASE_URL"),
    directUrl: text("DATABASE_DIRECT_URL"),
    pagesMemory: wholeNumber("PAGES_MEMORY", 128),
    jobs: text("WORKER") !== "off",
    authSecret: text("AUTH_SECRET"),
    setupToken: text("SETUP_TOKEN"),
    demoPassword: text("DEMO_PASSWORD"),
  };
}
