import type { NextRequest } from "next/server";
import { z } from "zod";
import { type Admin, type Author, type Editor, isEditor, type Member, type Moderator, type Viewer } from "@/lib/actor";
import { type Answer, problem } from "@/lib/answer";
import { type ApiRequest, type RequestHeaders, requestOfNext } from "@/lib/api-request";
import { requireUnbarredNetwork } from "@/lib/bars";
import { AppError, asAppError, invalid, needsAccount, notFound } from "@/lib/errors";
import { type FormAnswers, formDone, formRefused } from "@/lib/form-answer";
import { type HttpResponse, jsonResponse, responseOf, withFreshness } from "@/lib/http-response";
import { idempotencyKey, once } from "@/lib/idempotency";
import { log } from "@/lib/log";
import { t } from "@/lib/messages";
import { clientAddress, requireOwnOrigin } from "@/lib/origin";
import { processState } from "@/lib/process-state";
import { addressKey, giveBack, type Limit, limits, spend } from "@/lib/rate-limit";
import { type FormBody, isForm, mediaType, parseForm, parseJson, readBytes } from "@/lib/request-body";
import { currentViewer, requireAdmin, requireAuthor, requireMember, requireModerator } from "@/lib/session";

/** Who may call a route, and what `run` then knows of them. `public` does not even ask for the session. */
interface ViewerBehind {
  public: null;
  anybody: Viewer | null;
  signedIn: Viewer;
  member: Member;
  author: Author;
  editor: Editor;
  moderator: Moderator;
  admin: Admin;
}
type Gate = keyof ViewerBehind;

const gates: { [G in Gate]: (viewer: Viewer | null) => ViewerBehind[G] } = {
  public: () => null,
  anybody: (viewer) => viewer,
  signedIn: (viewer) => viewer ?? requireMember(viewer),
  member: requireMember,
  author: requireAuthor,
  editor: (viewer) => {
    const author = requireAuthor(viewer);
    if (isEditor(author)) return author;
    throw needsAccount("editor");
  },
  moderator: requireModerator,
  admin: requireAdmin,
};

interface RunContext<G extends Gate, P, Q, B> {
  viewer: ViewerBehind[G];
  params: P;
  query: Q;
  body: B;
  files: Record<string, File>;
  /** The client's address as limits count it. */
  address: string;
  request: ApiRequest;
}

export interface Declaration<G extends Gate, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R> {
  /** One line for OpenAPI. */
  summary: string;
  gate: G;
  /**
   * From where a write is taken: from our own pages, unless told. `token`: from anywhere, since a signed token in the address is all that is
   * believed. Only where nobody is signed in: no cookie is read, so another site's page gains nothing by sending it.
   */
  origin?: G extends "public" ? "own" | "token" : "own";
  /** What it costs: per account, or per address for strangers. Reads cost `limits.read`, writes of desks `limits.desk` unless told. */
  limit?: Limit | ((viewer: ViewerBehind[G]) => Limit | readonly Limit[]);
  /** Whether it is closed to readers and strangers who come from a network that is barred. */
  barred?: "refused";
  params?: P;
  query?: Q;
  body?: B;
  /** Bytes; 64 KB unless told. */
  maxBytes?: number;
  /** What comes back, by status; for OpenAPI. */
  answers: Record<number, z.ZodType | null>;
  /** Answers with server-sent events; `answers` is the data of one. */
  streams?: boolean;
  run(context: RunContext<G, z.output<P>, z.output<Q>, z.output<B>>): Promise<Answer<R>>;
  /** How a plain form is read and where it goes afterwards; absent: JSON only. */
  form?: FormAnswers<z.output<P>, R>;
}

export interface Contract {
  summary: string;
  gate: Gate;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answers: Record<number, z.ZodType | null>;
  streams: boolean;
  form: boolean;
}

type Params = Record<string, string | string[] | undefined>;
type ByNext = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;
/** A route as Next calls it; `reply` is the same without Next in between, as the front calls it (docs/decisions/0016). */
export type Handler = ByNext & { contract: Contract; reply(asked: ApiRequest, params: Params): Promise<HttpResponse> };

const maxBytesUnlessTold = 64 * 1024;
const reading = new Set(["GET", "HEAD"]);

/**
 * A route of the HTTP contract: origin → session → limit → parse → run → answer, in this order, for JSON and for plain forms.
 * An `Idempotency-Key` is looked up before the limit; a member's mistake does not use up a limit of its own.
 * `AppError`s become problem documents; for a form, a redirect to the page that shows the form again with every word typed.
 */
export function route<
  G extends Gate,
  R,
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(declaration: Declaration<G, P, Q, B, R>): Handler {
  const { summary, gate, params, query, body, answers, streams = false, form } = declaration;

  async function reply(asked: ApiRequest, rawParams: Params): Promise<HttpResponse> {
    const requestId = asked.headers.get("x-request-id") ?? "";
    const writes = !reading.has(asked.method);
    const sent: Sent = { bytes: Buffer.alloc(0), form: null };
    try {
      const { answer, next } = await climb(declaration, asked, rawParams, sent);
      if (writes) await processState().pagesDropped?.();
      if (sent.form && next) return withFreshness(await formDone(answer, next, sent.form, asked));
      return writes && answer.status < 400 ? withFreshness(jsonResponse(answer)) : jsonResponse(answer);
    } catch (thrown) {
      const error = asAppError(thrown);
      if (error.status >= 500)
        log.error({ requestId, path: withoutToken(asked.url.pathname), err: thrown }, error.message);
      const back = sent.form && form?.refused({ error, params: rawParams, fields: sent.form.fields });
      return sent.form && back ? formRefused(error, back, sent.form, asked) : jsonResponse(problem(error, requestId));
    }
  }

  const handle: ByNext = async (request, { params }) => responseOf(await reply(requestOfNext(request), await params));
  const contract = { summary, gate, params, query, body, answers, streams, form: form !== undefined };
  return Object.assign(handle, { contract, reply });
}

/**
 * A route, and its twin for plain forms, which can only POST: `export const [PATCH, POST] = withFormTwin("PATCH", {…}, {…})`.
 * Both do the same within the same limits.
 */
export function withFormTwin<
  G extends Gate,
  R,
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(
  method: "PUT" | "PATCH" | "DELETE",
  declaration: Omit<Declaration<G, P, Q, B, R>, "form">,
  form: FormAnswers<z.output<P>, R>,
): [plain: Handler, twin: Handler] {
  return [
    route<G, R, P, Q, B>(declaration),
    route<G, R, P, Q, B>({ ...declaration, summary: `The form twin of ${method}`, form }),
  ];
}

interface Sent {
  bytes: Buffer<ArrayBuffer>;
  form: FormBody | null;
}

async function climb<G extends Gate, R, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  declaration: Declaration<G, P, Q, B, R>,
  request: ApiRequest,
  rawParams: Params,
  sent: Sent,
): Promise<{ answer: Answer; next?: string | null }> {
  const { headers, cookies, url } = request;
  const writes = !reading.has(request.method);
  if (writes && declaration.origin !== "token") requireOwnOrigin(headers);
  // A refused form shows its words again, so they are read before anything else may refuse it.
  if (writes) await readSent(declaration, request, sent);

  const viewer = gates[declaration.gate](declaration.gate === "public" ? null : await currentViewer(cookies));
  const address = addressKey(clientAddress(headers));
  const costs = limitsOf(declaration, viewer, writes);

  async function attempt() {
    for (const limit of costs) await spend(limit, viewer?.id ?? address);
    try {
      if (declaration.barred) await requireUnbarredNetwork(viewer, address);
      const params = parse(declaration.params, rawParams, notFound);
      const query = parse(declaration.query, Object.fromEntries(url.searchParams), unreadableQuery);
      const body = parse(declaration.body, writes ? bodyOf(declaration, headers, sent) : undefined, invalidBody);
      const files = sent.form?.files ?? {};
      return { params, answer: await declaration.run({ viewer, params, query, body, files, address, request }) };
    } catch (thrown) {
      if (writes && viewer) await countAsMistake(thrown, costs, viewer.id);
      throw thrown;
    }
  }

  if (sent.form && declaration.form) {
    const { params, answer } = await attempt();
    return { answer, next: declaration.form.done({ answer, params, fields: sent.form.fields }) };
  }
  const key = request.method === "POST" ? idempotencyKey(headers) : null;
  if (key === null || viewer === null) return { answer: (await attempt()).answer };
  // Before the limit: a retry of what was done already is not done again, and costs nothing.
  const answer = await once(viewer, key, `POST ${url.pathname}`, sent.bytes, async () => (await attempt()).answer);
  return {
    answer:
      "replayed" in answer ? { ...answer, headers: { ...answer.headers, "idempotency-replayed": "true" } } : answer,
  };
}

/** What was refused and wrote nothing costs a member what any request does, not a comment, a vote or a report. */
async function countAsMistake(thrown: unknown, costs: readonly Limit[], who: string): Promise<void> {
  if (!(thrown instanceof AppError) || thrown.status >= 500 || thrown.code === "rate_limited") return;
  for (const limit of costs) await giveBack(limit, who);
  await spend(limits.desk, who);
}

function limitsOf<G extends Gate>(
  declaration: Pick<Declaration<G, z.ZodType, z.ZodType, z.ZodType, unknown>, "limit">,
  viewer: ViewerBehind[G],
  writes: boolean,
): readonly Limit[] {
  const { limit = writes ? limits.desk : limits.read } = declaration;
  const chosen = typeof limit === "function" ? limit(viewer) : limit;
  return "name" in chosen ? [chosen] : chosen;
}

async function readSent(
  declaration: { maxBytes?: number; form?: unknown },
  request: ApiRequest,
  sent: Sent,
): Promise<void> {
  sent.bytes = await readBytes(request, declaration.maxBytes ?? maxBytesUnlessTold);
  if (isForm(request.headers) && declaration.form) sent.form = await parseForm(sent.bytes, request.headers);
}

function bodyOf(
  declaration: { body?: z.ZodType; form?: { read?(fields: Record<string, string>): unknown } },
  headers: RequestHeaders,
  sent: Sent,
): unknown {
  if (sent.form) {
    const { draft: _draft, next: _next, ...fields } = sent.form.fields;
    return declaration.form?.read ? declaration.form.read(fields) : fields;
  }
  if (!declaration.body) return undefined;
  if (sent.bytes.length === 0) return {};
  if (mediaType(headers) !== "application/json")
    throw new AppError("unsupported_type", t("requests.fault.notJsonType"));
  return parseJson(sent.bytes);
}

/** What came, as the schema has it. Where a route declares none, `S` is `ZodUnknown`: it is handed what came, as unknown. */
function parse<S extends z.ZodType>(
  schema: S | undefined,
  value: unknown,
  refusal: (error: z.ZodError) => AppError,
): z.output<S>;
function parse(schema: z.ZodType | undefined, value: unknown, refusal: (error: z.ZodError) => AppError): unknown {
  const result = (schema ?? z.unknown()).safeParse(value);
  if (result.success) return result.data;
  throw refusal(result.error);
}

/** A path for the log: the token of a mailed link ends some addresses, and opens an account. */
const withoutToken = (path: string) => path.replace(/\/[\w-]{32,}$/, "/[kept out]");

const unreadableQuery = (error: z.ZodError) =>
  new AppError(
    "unreadable",
    t("requests.fault.query", {
      issues: error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; "),
    }),
  );

function invalidBody(error: z.ZodError): AppError {
  const errors = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: t("requests.fault.field") }))
      : [{ path: issue.path.join("."), message: issue.message }],
  );
  const [first] = errors;
  if (!first) return invalid("", t("requests.fault.shape"));
  return new AppError("invalid", first.path ? `${first.path}: ${first.message}` : first.message, {
    errors: errors.slice(0, 50),
  });
}
