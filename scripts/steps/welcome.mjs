import { relative } from "node:path";
import { bold, dim, line } from "./say.mjs";

/** Where to go and how to sign in. */
export async function welcome({ settings, url, accounts, ready, prepare, seconds }) {
  const address = settings.siteUrl ?? url;
  line();
  line(`${bold(address)}   ${dim(`ready in ${seconds.toFixed(1)} s; Ctrl-C stops it`)}`);
  line();
  if (await prepare.isEmpty(ready.url)) {
    const token = await prepare.makeSetupToken(ready.url, settings.setupToken);
    line("Nobody has an account yet. Make yours, the first admin's, here (the link works once):");
    line();
    line(bold(`${address}/setup?token=${token}`));
    line();
  } else if (accounts) {
    line("Sign in as reader, author, editor, moderator or admin:");
    line();
    line(`  e-mail    ${bold("admin@rejoinder.example")}   ${dim("(or reader@…, author@…, editor@…, moderator@…)")}`);
    line(
      `  password  ${bold(accounts.password)}   ${dim(`(kept in ${relative(process.cwd(), settings.dataDir) || "."}/demo-password)`)}`,
    );
    line();
  }
  if (!settings.siteUrl && !/^(127\.|localhost$|::1$)/.test(settings.host)) {
    line(
      `${bold("SITE_URL is not set")}, so only addresses of this machine are answered. Set it to the address that readers type.`,
    );
    line();
  }
}
