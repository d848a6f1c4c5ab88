import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keysIn, keysReadBy } from "@/lib/catalogue-testing";
import {
  code,
  everyImport,
  importsOf,
  ourSources,
  paths,
  reached,
  root,
  type Sources,
  told,
  withText,
} from "@/lib/sources-testing";
import { sweep, writers, writtenElsewhere } from "@/lib/table-writers-testing";

// The laws of the house (docs/contributing.md). Each is a function from sources to what breaks it, so that it can be
// shown to fail as well: every law is tried on a source that breaks it.

interface Law {
  promise: string;
  broken(sources: Sources): string[];
  /** A file, and words in it, that this law must catch. */
  caught: readonly [path: string, text: string][];
}

const nouns = ["accounts", "articles", "comments", "moderation", "notifications"];
/** Parts of a noun that have grown into a folder of their own. */
const parts = /^lib\/(comments\/screening|moderation\/(people|fairness|figures))\//;

function layer(path: string): number | undefined {
  if (path.startsWith("app/")) return 4;
  if (path.startsWith("components/")) return 3;
  if (/^lib\/[^/]+\//.test(path)) return 2;
  if (path.startsWith("lib/")) return 1;
  if (path.startsWith("prisma/generated/")) return 0;
  return undefined;
}

const nounOf = (path: string) => nouns.indexOf(path.match(/^lib\/([^/]+)\//)?.[1] ?? "");
const isProduct = (path: string) => /^(app|components|lib)\//.test(path);

/** A refusal in words that stand beside the code. An empty one is shown to nobody. */
const literalRefusal = /\bnew AppError\(\s*[^,()]+,\s*(?:"[^"]|`)|\binvalid\(\s*[^,()]+,\s*["`]/;
/** A whole sentence as a text of a schema. */
const literalSentence = /[(,]\s*(?:"[A-Z][^"\n]* [^"\n]*[.!?]"|`[A-Z][^`\n]* [^`\n]*[.!?]`)\s*[,)]/;

const isReader = (path: string) => /^app\/(\(reader\)\/|global-not-found)/.test(path);
const isClient = (text: string) => /^\s*["']use client["']/m.test(code(text));
const writing = "create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany";
const tableOf = (model: string) => model.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/s?$/, "s");

const laws: Law[] = [
  {
    promise: "imports run one way: app → components → lib/<noun> → lib/*.ts → prisma",
    broken: (sources) =>
      everyImport(sources)
        .filter(({ from, to }) => {
          const [above, below] = [layer(from), layer(to)];
          if (above === undefined) return false;
          return below === undefined ? /^(server|scripts|e2e|prisma)\//.test(to) : below > above;
        })
        .map(told),
    caught: [
      ["lib/db.ts", `import { page } from "@/lib/articles/queries";`],
      ["components/ui/button.tsx", `import Page from "../../app/(reader)/page";`],
      ["lib/comments/queries.ts", `import { keep } from "@/server/documents/documents";`],
    ],
  },
  {
    promise: "among nouns, imports run right to left: accounts ← articles ← comments ← moderation ← notifications",
    broken: (sources) =>
      everyImport(sources)
        .filter(({ from, to }) => nounOf(from) >= 0 && nounOf(to) > nounOf(from))
        .map(told),
    caught: [["lib/accounts/queries.ts", `export { record } from "@/lib/moderation/queries";`]],
  },
  {
    promise: "a folder of lib is a noun, and no file or folder is a drawer",
    broken: (sources) =>
      paths(sources, (path) => {
        if (path.startsWith("messages/")) return false;
        const strange = /^lib\/[^/]+\//.test(path) && nounOf(path) < 0;
        const deep = /^lib\/[^/]+\/[^/]+\//.test(path) && !parts.test(path);
        return (
          strange || deep || /(^|\/)(utils?|helpers?|types|index|services?|common|misc|constants)(\/|\.)/.test(path)
        );
      }),
    caught: [
      ["lib/comments/utils.ts", ""],
      ["lib/strings/case.ts", ""],
      ["components/ui/index.ts", ""],
    ],
  },
  {
    promise: "only lib/env.ts reads process.env",
    broken: (sources) => withText(sources, (path) => isProduct(path) && path !== "lib/env.ts", /process\.env\b/),
    caught: [["app/(reader)/page.tsx", "const name = process.env.NAME;"]],
  },
  {
    promise: "only lib/clock.ts reads the wall clock; elements read the visitor's",
    broken: (sources) =>
      withText(
        sources,
        (path) => isProduct(path) && path !== "lib/clock.ts" && !path.startsWith("components/elements/"),
        /\bDate\.now\b|\bnew Date\(\s*\)/,
      ),
    caught: [["lib/articles/mutations.ts", "const at = new Date();"]],
  },
  {
    promise: "only lib/log.ts logs",
    broken: (sources) => withText(sources, (path) => isProduct(path) && path !== "lib/log.ts", /\bconsole\./),
    caught: [["components/elements/vote.ts", `console.log("voted");`]],
  },
  {
    promise: "only its named writers write a table",
    broken: (sources) =>
      Object.entries(writers).flatMap(([model, owners]) => {
        const written = new RegExp(
          `\\.${model}\\.(${writing})\\(|(INSERT INTO|UPDATE|DELETE FROM)\\s+"?${tableOf(model)}\\b`,
        );
        const mayWrite = new Set([sweep, ...owners.map((owner) => `lib/${owner}.ts`)]);
        return withText(sources, (path) => isProduct(path) && !mayWrite.has(path), written).map(
          (path) => `${path} writes ${model}`,
        );
      }),
    caught: [
      ["lib/moderation/mutations.ts", "await db.comment.update({ where: { id } });"],
      ["lib/comments/queries.ts", 'await db.$executeRaw`UPDATE "articles" SET "commentCount" = 0`;'],
    ],
  },
  {
    promise: "routes, pages and components do not know the database",
    broken: (sources) =>
      everyImport(sources)
        .filter(({ from }) => /^(app|components)\//.test(from))
        .filter(({ to, typeOnly }) => /^(lib\/db|pg|@prisma\/.*)$/.test(to) || (!typeOnly && to.startsWith("prisma/")))
        .map(told),
    caught: [["app/api/v1/comments/[id]/route.ts", `import { db } from "@/lib/db";`]],
  },
  {
    promise: "every route under /api/v1 is a declaration of lib/route.ts",
    broken: (sources) =>
      paths(sources, (path) => /^app\/api\/v1\/(?!openapi\.json).*\/route\.ts$/.test(path)).filter(
        (path) => !importsOf(path, sources.get(path) ?? "").some(({ to }) => to === "lib/route"),
      ),
    caught: [["app/api/v1/comments/route.ts", "export const GET = () => new Response();"]],
  },
  {
    promise: "there are no Server Actions: one way to write",
    broken: (sources) => withText(sources, () => true, /^\s*["']use server["']/m),
    caught: [["app/(desk)/admin/save.ts", `"use server";`]],
  },
  {
    promise: "reader pages reach no client component, no next/link and no Suspense",
    broken: (sources) => {
      const all = [...reached(sources, paths(sources, isReader))];
      const named = all.filter((path) => /^next\/(link|form|script|dynamic)$/.test(path));
      const client = all.filter(
        (path) => isClient(sources.get(path) ?? "") || /<Suspense\b/.test(sources.get(path) ?? ""),
      );
      return [...named, ...client, ...all.filter((path) => /\/(loading|template)\.tsx$/.test(path))];
    },
    caught: [
      ["app/(reader)/page.tsx", `import Link from "next/link";`],
      ["app/(reader)/search/page.tsx", `"use client";`],
      ["app/(reader)/loading.tsx", "export default () => null;"],
    ],
  },
  {
    promise: "client components reach nothing that only a server has",
    broken: (sources) =>
      [...sources]
        .filter(([, text]) => isClient(text))
        .flatMap(([path]) =>
          [...reached(sources, [path])]
            .filter((to) =>
              /^(node:|pg$|sharp$|next\/headers$|server-only$|lib\/(db|env|log|pictures|session)\.ts$)/.test(to),
            )
            .map((to) => `${path} → ${to}`),
        ),
    caught: [["components/articles/desk/editor.tsx", `"use client";\nimport { now } from "node:fs";`]],
  },
  {
    promise: "reader pages do not call notFound(), which comes out blank without scripts",
    broken: (sources) => withText(sources, isReader, /\bnotFound\(/),
    caught: [["app/(reader)/tags/[tag]/page.tsx", "if (!tag) notFound();"]],
  },
  {
    promise: "elements import elements, types and limits, nothing of the server",
    broken: (sources) =>
      everyImport(sources)
        .filter(({ from, typeOnly }) => from.startsWith("components/elements/") && !typeOnly)
        .filter(({ to }) => !to.startsWith("components/elements/") && !/^lib\/[a-z-]+\/limits$/.test(to))
        .map(told),
    caught: [["components/elements/comment-form.ts", `import { z } from "zod";`]],
  },
  {
    promise: "limits are plain constants",
    broken: (sources) =>
      everyImport(sources)
        .filter(({ from, typeOnly }) => from.endsWith("/limits.ts") && !typeOnly)
        .map(told),
    caught: [["lib/comments/limits.ts", `import { z } from "zod";`]],
  },
  {
    promise: "SQL is never glued together from strings",
    broken: (sources) => withText(sources, () => true, /\$(query|execute)RawUnsafe|\bPrisma\.raw\(/),
    caught: [["lib/articles/queries.ts", "await db.$queryRawUnsafe(words);"]],
  },
  {
    promise: "every text of the catalogue is read somewhere",
    broken: (sources) => {
      const read = [...sources].filter(([path]) => /^(app|components|lib|server)\//.test(path));
      const found = read.map(([, text]) => keysReadBy(text));
      const whole = new Set(found.flatMap((each) => each.whole));
      const templates = found.flatMap((each) => each.templates);
      return [...sources]
        .filter(([path]) => path.startsWith("messages/"))
        .flatMap(([path, text]) => keysIn(path, text))
        .filter((key) => !whole.has(key) && !templates.some((template) => template.test(key)));
    },
    caught: [["messages/en/comments.json", '{ "fault": { "late": "The time for changes is over." } }']],
  },
  {
    promise: "what is refused is said in the words of the catalogue",
    broken: (sources) => withText(sources, (path) => /^(app|lib|server)\//.test(path), literalRefusal),
    caught: [
      ["lib/comments/voting.ts", 'throw new AppError("conflict", "This comment is gone.");'],
      ["lib/comments/words.ts", 'throw invalid("body", `Keep it to twenty links.`);'],
      ["app/api/v1/search/route.ts", 'throw new AppError(\n  code,\n  "Try again.",\n);'],
    ],
  },
  {
    promise: "what a schema says of a field is said in the words of the catalogue",
    broken: (sources) =>
      withText(sources, (path) => /^lib\/(.*\/schema|text|ids|cursor)\.ts$/.test(path), literalSentence),
    caught: [["lib/articles/schema.ts", 'const at = z.string("Write a date and time.").max(40);']],
  },
  {
    promise: "a desk asks who is there on each page, never only in its layout",
    broken: (sources) =>
      paths(sources, (path) => /^app\/\(desk\)\/.*page\.tsx$/.test(path)).filter(
        (path) => !/\b(pageViewer|require[A-Z]\w+|currentViewer)\(/.test(sources.get(path) ?? ""),
      ),
    caught: [["app/(desk)/admin/page.tsx", "export default () => <h1>Secrets</h1>;"]],
  },
];

const sources = ourSources();

describe("the house", () => {
  test("every table has its named writers", () => {
    const schema = readdirSync(join(root, "prisma/schema")).map((file) =>
      readFileSync(join(root, "prisma/schema", file), "utf8"),
    );
    const models = schema.flatMap((text) => [...text.matchAll(/^model (\w+)/gm)].map(([, name = ""]) => name));
    const known = [...Object.keys(writers), ...writtenElsewhere].map((name) => name.toLowerCase());
    expect(models.map((name) => name.toLowerCase()).filter((name) => !known.includes(name))).toEqual([]);
  });

  for (const { promise, broken } of laws) {
    test(promise, () => expect(broken(sources)).toEqual([]));
  }
});

describe("a law catches what breaks it", () => {
  for (const { promise, broken, caught } of laws) {
    for (const [path, text] of caught) {
      test(`${promise}: not ${path}`, () => expect(broken(new Map([[path, text]]))).not.toEqual([]));
    }
  }
});
