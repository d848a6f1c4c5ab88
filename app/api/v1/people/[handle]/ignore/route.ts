import { ignorePerson } from "@/lib/accounts/mutations";
import { ignoreOutput } from "@/lib/accounts/schema";
import { ok } from "@/lib/answer";
import { handleParams } from "@/lib/articles/schema";
import { emptyInput, switchForm } from "@/lib/comments/schema";
import { safePath } from "@/lib/origin";
import { route } from "@/lib/route";

const declared = { gate: "member", params: handleParams, answers: { 200: ignoreOutput } } as const;

export const PUT = route({
  ...declared,
  body: emptyInput,
  summary: "Ignore somebody: their comments fold for the one who asks",
  run: async ({ viewer, params }) => ok(await ignorePerson(viewer, params.handle, true)),
});

export const DELETE = route({
  ...declared,
  summary: "Ignore somebody no more",
  run: async ({ viewer, params }) => ok(await ignorePerson(viewer, params.handle, false)),
});

export const POST = route({
  ...declared,
  summary: "Ignore somebody from a plain form; 0 ends it",
  body: switchForm,
  run: async ({ viewer, params, body }) => ok(await ignorePerson(viewer, params.handle, body.value === 1)),
  form: {
    read: ({ value, ...others }) => ({ ...others, value: Number(value) }),
    done: ({ params, fields }) => safePath(fields.next, `/people/${encodeURIComponent(params.handle)}/ignore`),
    refused: ({ params }) => `/people/${encodeURIComponent(String(params.handle))}/ignore`,
  },
});
