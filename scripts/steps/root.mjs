import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export const inRoot = (...parts) => join(root, ...parts);

/** What is built, and may be deleted at any time. */
export const built = (...parts) => join(root, ".build", ...parts);
