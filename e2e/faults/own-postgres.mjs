// Holds an embedded Postgres that no publication holds, so that a test can stop it for as long as it likes.
import { prepareCode } from "../../scripts/steps/prepare.mjs";
import { root } from "../../scripts/steps/root.mjs";

const load = await prepareCode();
const { holdPostgres } = await load("prepare");
const held = await holdPostgres(root, process.argv[2]);
console.log(`listening ${held.url}`);
process.once("SIGTERM", () => void held.release().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
