import type { Role } from "../fixtures/people";

/** What stands in the addresses of the table: one article with its thread, and who owns what. */
export interface World {
  slug: string;
  articleId: string;
  /** Published; written by somebody else than any caller. */
  commentId: string;
  /** Waiting. */
  waitingId: string;
  handle: string;
  accountId: string;
}

type Caller = "anybody" | "member" | "signedIn" | Exclude<Role, "reader">;

export interface Row {
  /** Below app/api/v1, without `route.ts`. */
  file: string;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  path(world: World): string;
  /** The least that may call it. */
  caller: Caller;
  /** A body that is right but for one field at a time: each of `fields` is then spoilt in turn. */
  body?: Record<string, unknown>;
  /** What each field is refused as. A file or a free form has none. */
  fields?: Record<string, "line" | "text" | "long" | "number" | "share" | "choice" | "list">;
  /** Takes plain forms only. */
  formOnly?: true;
  /** Answers as long as the client listens. */
  endless?: true;
  /** Taken from other sites' pages too: a signed token in the address is all that is believed. */
  fromAnywhere?: true;
  /** What the right body is answered with all the same, where that is a refusal: nobody has that password. */
  refuses?: 401;
}

const comment = ({ commentId }: World) => `/api/v1/comments/${commentId}`;
const article = ({ slug }: World) => `/api/v1/articles/${slug}`;
const deskArticle = ({ articleId }: World) => `/api/v1/admin/articles/${articleId}`;
const person = ({ handle }: World) => `/api/v1/people/${handle}/follow`;
const moderated = ({ handle }: World) => `/api/v1/moderation/people/${handle}`;
/** Of the right shape, and signed by nobody. */
const unsubscription = () => `/api/v1/unsubscriptions/${"A".repeat(44)}`;
const words = { title: "line", standfirst: "text", body: "long", section: "line", lang: "line", tags: "list" } as const;
const piece = { title: "On tests", standfirst: "", body: "Words.", section: "", lang: "en", tags: [] };
const decision = { action: "approve", revision: 1 };

/** Every route of the contract. `every-route.spec.ts` fails when one of app/api/v1 is not here. */
export const table: Row[] = [
  { file: "openapi.json", method: "GET", path: () => "/api/v1/openapi.json", caller: "anybody" },
  { file: "articles", method: "GET", path: () => "/api/v1/articles", caller: "anybody" },
  { file: "articles/[slug]", method: "GET", path: article, caller: "anybody" },
  {
    file: "articles/[slug]/stream",
    method: "GET",
    path: (w) => `${article(w)}/stream`,
    caller: "anybody",
    endless: true,
  },
  { file: "articles/[slug]/viewer", method: "GET", path: (w) => `${article(w)}/viewer`, caller: "signedIn" },
  { file: "articles/[slug]/comments", method: "GET", path: (w) => `${article(w)}/comments`, caller: "anybody" },
  {
    file: "articles/[slug]/comments",
    method: "POST",
    path: (w) => `${article(w)}/comments`,
    caller: "member",
    body: { body: "I would add one thing." },
    fields: { body: "text", parentId: "choice" },
  },
  {
    file: "articles/[slug]/comments/preview",
    method: "POST",
    path: (w) => `${article(w)}/comments/preview`,
    caller: "anybody",
    body: { body: "I would add one thing." },
    fields: { body: "text", parentId: "choice" },
  },
  { file: "articles/[slug]/people", method: "GET", path: (w) => `${article(w)}/people?q=a`, caller: "anybody" },
  { file: "authors/[handle]", method: "GET", path: (w) => `/api/v1/authors/${w.handle}`, caller: "anybody" },
  { file: "comments/[id]", method: "GET", path: comment, caller: "anybody" },
  {
    file: "comments/[id]",
    method: "PATCH",
    path: comment,
    caller: "member",
    body: { body: "Words." },
    fields: { body: "text" },
  },
  { file: "comments/[id]", method: "POST", path: comment, caller: "member", formOnly: true },
  { file: "comments/[id]", method: "DELETE", path: comment, caller: "member" },
  {
    file: "comments/[id]/delete",
    method: "POST",
    path: (w) => `${comment(w)}/delete`,
    caller: "member",
    formOnly: true,
  },
  {
    file: "comments/[id]/preview",
    method: "POST",
    path: (w) => `${comment(w)}/preview`,
    caller: "member",
    body: { body: "Words." },
    fields: { body: "text" },
  },
  { file: "comments/[id]/replies", method: "GET", path: (w) => `${comment(w)}/replies`, caller: "anybody" },
  {
    file: "comments/[id]/vote",
    method: "PUT",
    path: (w) => `${comment(w)}/vote`,
    caller: "member",
    body: { value: 1 },
    fields: { value: "number" },
  },
  { file: "comments/[id]/vote", method: "DELETE", path: (w) => `${comment(w)}/vote`, caller: "member" },
  { file: "comments/[id]/vote", method: "POST", path: (w) => `${comment(w)}/vote`, caller: "member", formOnly: true },
  { file: "comments/[id]/pick", method: "PUT", path: (w) => `${comment(w)}/pick`, caller: "editor" },
  { file: "comments/[id]/pick", method: "DELETE", path: (w) => `${comment(w)}/pick`, caller: "editor" },
  { file: "comments/[id]/pick", method: "POST", path: (w) => `${comment(w)}/pick`, caller: "editor", formOnly: true },
  { file: "comments/[id]/pin", method: "PUT", path: (w) => `${comment(w)}/pin`, caller: "editor" },
  { file: "comments/[id]/pin", method: "DELETE", path: (w) => `${comment(w)}/pin`, caller: "editor" },
  { file: "comments/[id]/pin", method: "POST", path: (w) => `${comment(w)}/pin`, caller: "editor", formOnly: true },
  {
    file: "comments/[id]/reports",
    method: "POST",
    path: (w) => `${comment(w)}/reports`,
    caller: "member",
    body: { reason: "spam", note: "An advertisement." },
    fields: { reason: "choice", note: "text" },
  },
  {
    file: "comments/[id]/reports/without-account",
    method: "POST",
    path: (w) => `${comment(w)}/reports/without-account`,
    caller: "anybody",
    // Its form's token is nobody's: whatever else is right, it is refused.
    body: {
      ...{ reason: "illegal", category: "defamation", explanation: "It is not so.", name: "", goodFaith: true },
      ...{ email: "spoilt@example.org", formToken: "none" },
    },
    fields: {
      reason: "choice",
      category: "choice",
      explanation: "text",
      name: "line",
      email: "line",
      formToken: "line",
    },
  },
  { file: "log", method: "GET", path: () => "/api/v1/log", caller: "anybody" },
  { file: "transparency", method: "GET", path: () => "/api/v1/transparency", caller: "anybody" },
  { file: "people/[handle]", method: "GET", path: (w) => `/api/v1/people/${w.handle}`, caller: "anybody" },
  {
    file: "people/[handle]/comments",
    method: "GET",
    path: (w) => `/api/v1/people/${w.handle}/comments`,
    caller: "anybody",
  },
  {
    file: "people/[handle]/ignore",
    method: "PUT",
    path: (w) => `/api/v1/people/${w.handle}/ignore`,
    caller: "member",
  },
  {
    file: "people/[handle]/ignore",
    method: "DELETE",
    path: (w) => `/api/v1/people/${w.handle}/ignore`,
    caller: "member",
  },
  {
    file: "people/[handle]/ignore",
    method: "POST",
    path: (w) => `/api/v1/people/${w.handle}/ignore`,
    caller: "member",
    formOnly: true,
  },
  {
    file: "accounts",
    method: "POST",
    path: () => "/api/v1/accounts",
    caller: "anybody",
    body: { email: "spoilt@example.org", name: "Spoilt", password: "nine green bottles hang" },
    fields: { email: "line", name: "line", password: "line" },
  },
  {
    file: "objections/[token]",
    method: "POST",
    path: () => `/api/v1/objections/${"A".repeat(44)}`,
    caller: "anybody",
    body: { words: "It was not so." },
    fields: { words: "text" },
  },
  { file: "statements/[id]", method: "GET", path: (w) => `/api/v1/statements/${w.commentId}`, caller: "signedIn" },
  {
    file: "statements/[id]/objections",
    method: "POST",
    path: (w) => `/api/v1/statements/${w.commentId}/objections`,
    caller: "signedIn",
    body: { words: "It was not so." },
    fields: { words: "text" },
  },
  { file: "viewer/statements", method: "GET", path: () => "/api/v1/viewer/statements", caller: "signedIn" },
  {
    file: "sessions",
    method: "POST",
    path: () => "/api/v1/sessions",
    caller: "anybody",
    refuses: 401,
    body: { email: "nobody@example.org", password: "nine green bottles hang" },
    fields: { email: "line", password: "line" },
  },
  { file: "sessions", method: "DELETE", path: () => "/api/v1/sessions", caller: "signedIn" },
  { file: "sessions/delete", method: "POST", path: () => "/api/v1/sessions/delete", caller: "anybody", formOnly: true },
  {
    file: "sessions/all/delete",
    method: "POST",
    path: () => "/api/v1/sessions/all/delete",
    caller: "signedIn",
    formOnly: true,
  },
  {
    file: "setup",
    method: "POST",
    path: () => "/api/v1/setup",
    caller: "anybody",
    body: { token: "none", email: "spoilt@example.org", name: "Spoilt", password: "nine green bottles hang" },
    fields: { siteName: "line", email: "line", name: "line", password: "line" },
  },
  {
    file: "accounts/[token]",
    method: "POST",
    path: () => "/api/v1/accounts/no-such-token-was-ever-mailed-to-anybody",
    caller: "anybody",
    formOnly: true,
  },
  { file: "viewer/export", method: "GET", path: () => "/api/v1/viewer/export", caller: "signedIn" },
  {
    file: "viewer/close",
    method: "POST",
    path: () => "/api/v1/viewer/close",
    caller: "signedIn",
    body: { comments: "keep", currentPassword: "nine green bottles hang" },
    fields: { comments: "choice", currentPassword: "line" },
  },
  {
    file: "viewer/email/[token]",
    method: "POST",
    path: () => "/api/v1/viewer/email/no-such-token-was-ever-mailed-to-anybody",
    caller: "anybody",
    formOnly: true,
  },
  { file: "sessions/all", method: "DELETE", path: () => "/api/v1/sessions/all", caller: "signedIn" },
  {
    file: "password-resets",
    method: "POST",
    path: () => "/api/v1/password-resets",
    caller: "anybody",
    body: { email: "nobody@example.org" },
    fields: { email: "line" },
  },
  {
    file: "password-resets/[token]",
    method: "POST",
    path: () => "/api/v1/password-resets/no-such-token-was-ever-mailed-to-anybody",
    caller: "anybody",
    body: { password: "nine green bottles hang" },
    fields: { password: "line" },
  },
  { file: "viewer", method: "GET", path: () => "/api/v1/viewer", caller: "anybody" },
  {
    file: "viewer",
    method: "PATCH",
    path: () => "/api/v1/viewer",
    caller: "member",
    body: { name: "Another" },
    fields: { name: "line", handle: "line", bio: "text", email: "line", password: "line", currentPassword: "line" },
  },
  { file: "viewer", method: "POST", path: () => "/api/v1/viewer", caller: "member", formOnly: true },
  { file: "admin/articles", method: "GET", path: () => "/api/v1/admin/articles", caller: "author" },
  {
    file: "admin/articles",
    method: "POST",
    path: () => "/api/v1/admin/articles",
    caller: "author",
    body: piece,
    fields: words,
  },
  { file: "admin/articles/[id]", method: "GET", path: deskArticle, caller: "author" },
  {
    file: "admin/articles/[id]",
    method: "PATCH",
    path: deskArticle,
    caller: "editor",
    body: { commentPolicy: "open" },
    fields: { ...words, commentPolicy: "choice", slug: "line", revision: "number", authors: "list" },
  },
  { file: "admin/articles/[id]", method: "POST", path: deskArticle, caller: "editor", formOnly: true },
  {
    file: "admin/articles/[id]/publish",
    method: "POST",
    path: (w) => `${deskArticle(w)}/publish`,
    caller: "editor",
    body: {},
    fields: { at: "choice" },
  },
  {
    file: "admin/articles/[id]/unpublish",
    method: "POST",
    path: (w) => `${deskArticle(w)}/unpublish`,
    caller: "editor",
  },
  { file: "admin/articles/[id]/archive", method: "POST", path: (w) => `${deskArticle(w)}/archive`, caller: "editor" },
  {
    file: "admin/preview",
    method: "POST",
    path: () => "/api/v1/admin/preview",
    caller: "author",
    body: { body: "Words." },
    fields: { body: "long" },
  },
  {
    file: "admin/pictures",
    method: "POST",
    path: () => "/api/v1/admin/pictures",
    caller: "author",
    body: { url: "https://pictures.example/one.png" },
    fields: { url: "line" },
  },
  { file: "moderation/comments", method: "GET", path: () => "/api/v1/moderation/comments", caller: "moderator" },
  {
    file: "moderation/comments/[id]/decisions",
    method: "POST",
    path: (w) => `/api/v1/moderation/comments/${w.waitingId}/decisions`,
    caller: "moderator",
    body: decision,
    fields: { action: "choice", revision: "number", reason: "choice", note: "text" },
  },
  {
    file: "moderation/comments/[id]",
    method: "GET",
    path: (w) => `/api/v1/moderation/comments/${w.waitingId}`,
    caller: "moderator",
  },
  {
    file: "moderation/comments/[id]/claim",
    method: "PUT",
    path: (w) => `/api/v1/moderation/comments/${w.waitingId}/claim`,
    caller: "moderator",
  },
  {
    file: "moderation/comments/[id]/claim",
    method: "DELETE",
    path: (w) => `/api/v1/moderation/comments/${w.waitingId}/claim`,
    caller: "moderator",
  },
  { file: "moderation/counts", method: "GET", path: () => "/api/v1/moderation/counts", caller: "moderator" },
  {
    file: "moderation/decisions/[id]/undo",
    method: "POST",
    path: () => "/api/v1/moderation/decisions/0199b7a0-0000-7000-8000-000000000000/undo",
    caller: "moderator",
  },
  {
    file: "moderation/decisions",
    method: "POST",
    path: () => "/api/v1/moderation/decisions",
    caller: "moderator",
    body: { action: "approve", items: [] },
    fields: { action: "choice", items: "list", note: "text" },
  },
  { file: "moderation/learning", method: "GET", path: () => "/api/v1/moderation/learning", caller: "moderator" },
  {
    file: "moderation/learning",
    method: "PATCH",
    path: () => "/api/v1/moderation/learning",
    caller: "admin",
    body: { leave: "order", precision: 0.95 },
    fields: { leave: "choice", precision: "share" },
  },
  {
    file: "moderation/learning",
    method: "POST",
    path: () => "/api/v1/moderation/learning",
    caller: "admin",
    formOnly: true,
  },
  {
    file: "moderation/objections",
    method: "GET",
    path: () => "/api/v1/moderation/objections",
    caller: "moderator",
  },
  {
    file: "moderation/objections/[id]/answer",
    method: "POST",
    path: (w) => `/api/v1/moderation/objections/${w.commentId}/answer`,
    caller: "moderator",
    body: { outcome: "refused", answer: "It stands." },
    fields: { outcome: "choice", answer: "text" },
  },
  { file: "moderation/rules", method: "GET", path: () => "/api/v1/moderation/rules", caller: "moderator" },
  {
    file: "moderation/rules",
    method: "PUT",
    path: () => "/api/v1/moderation/rules",
    caller: "moderator",
    body: { document: "repeated: hold", revision: 0, why: "A trial.", mode: "live" },
    fields: { document: "text", revision: "number", why: "line", mode: "choice" },
  },
  {
    file: "moderation/rules",
    method: "POST",
    path: () => "/api/v1/moderation/rules",
    caller: "moderator",
    formOnly: true,
  },
  {
    file: "moderation/rules/versions",
    method: "GET",
    path: () => "/api/v1/moderation/rules/versions",
    caller: "moderator",
  },
  {
    file: "moderation/rules/versions/[number]",
    method: "GET",
    path: () => "/api/v1/moderation/rules/versions/1",
    caller: "moderator",
  },
  {
    file: "moderation/rules/versions/[number]/restore",
    method: "POST",
    path: () => "/api/v1/moderation/rules/versions/1/restore",
    caller: "moderator",
    body: { revision: 1 },
    fields: { revision: "number" },
  },
  {
    file: "moderation/rules/playbacks",
    method: "POST",
    path: () => "/api/v1/moderation/rules/playbacks",
    caller: "moderator",
    body: { document: "repeated: hold" },
    fields: { document: "text" },
  },
  {
    file: "moderation/rules/playbacks/[id]",
    method: "GET",
    path: (w) => `/api/v1/moderation/rules/playbacks/${w.commentId}`,
    caller: "moderator",
  },
  { file: "moderation/people/[handle]", method: "GET", path: moderated, caller: "moderator" },
  {
    file: "moderation/people/[handle]/sanctions",
    method: "POST",
    path: (w) => `${moderated(w)}/sanctions`,
    caller: "moderator",
    body: { kind: "warn", reason: "spam", message: "Once more, and we will hold what you write." },
    fields: { kind: "choice", reason: "choice", message: "text", until: "line" },
  },
  {
    file: "moderation/people/[handle]/notes",
    method: "POST",
    path: (w) => `${moderated(w)}/notes`,
    caller: "moderator",
    body: { note: "Knows the harbour." },
    fields: { note: "text" },
  },
  {
    file: "moderation/sanctions/[id]/end",
    method: "POST",
    path: () => "/api/v1/moderation/sanctions/0199b7a0-0000-7000-8000-000000000000/end",
    caller: "moderator",
    body: { why: "They said sorry." },
    fields: { why: "text" },
  },
  { file: "moderation/bars", method: "GET", path: () => "/api/v1/moderation/bars", caller: "moderator" },
  {
    file: "moderation/bars",
    method: "POST",
    path: () => "/api/v1/moderation/bars",
    caller: "moderator",
    body: { kind: "network", value: "198.51.100.0/24", reason: "spam", message: "" },
    fields: { kind: "choice", value: "line", reason: "choice", message: "text", until: "line" },
  },
  {
    file: "moderation/bars/[id]/lift",
    method: "POST",
    path: () => "/api/v1/moderation/bars/0199b7a0-0000-7000-8000-000000000000/lift",
    caller: "moderator",
    body: { why: "It was years ago." },
    fields: { why: "text" },
  },
  { file: "moderation/log", method: "GET", path: () => "/api/v1/moderation/log", caller: "moderator" },
  { file: "admin/accounts", method: "GET", path: () => "/api/v1/admin/accounts", caller: "moderator" },
  {
    file: "admin/accounts/[id]",
    method: "PATCH",
    path: (w) => `/api/v1/admin/accounts/${w.accountId}`,
    caller: "moderator",
    body: { status: "active" },
    fields: { role: "choice", status: "choice" },
  },
  {
    file: "admin/accounts/[id]",
    method: "POST",
    path: (w) => `/api/v1/admin/accounts/${w.accountId}`,
    caller: "moderator",
    formOnly: true,
  },
  { file: "admin/settings", method: "POST", path: () => "/api/v1/admin/settings", caller: "admin", formOnly: true },
  { file: "admin/settings", method: "GET", path: () => "/api/v1/admin/settings", caller: "admin" },
  {
    file: "admin/settings",
    method: "PATCH",
    path: () => "/api/v1/admin/settings",
    caller: "admin",
    body: { description: "Words." },
    fields: {
      name: "line",
      description: "text",
      lang: "line",
      defaultCommentPolicy: "choice",
      editWindowMinutes: "number",
      voting: "choice",
      limits: "list",
      trust: "list",
    },
  },
  { file: "articles/[slug]/follow", method: "PUT", path: (w) => `${article(w)}/follow`, caller: "signedIn" },
  { file: "articles/[slug]/follow", method: "DELETE", path: (w) => `${article(w)}/follow`, caller: "signedIn" },
  {
    file: "articles/[slug]/follow",
    method: "POST",
    path: (w) => `${article(w)}/follow`,
    caller: "signedIn",
    formOnly: true,
  },
  { file: "people/[handle]/follow", method: "GET", path: person, caller: "signedIn" },
  { file: "people/[handle]/follow", method: "PUT", path: person, caller: "signedIn" },
  { file: "people/[handle]/follow", method: "DELETE", path: person, caller: "signedIn" },
  { file: "people/[handle]/follow", method: "POST", path: person, caller: "signedIn", formOnly: true },
  { file: "notifications", method: "GET", path: () => "/api/v1/notifications", caller: "signedIn" },
  {
    file: "notifications/read",
    method: "POST",
    path: () => "/api/v1/notifications/read",
    caller: "signedIn",
    body: {},
    fields: { ids: "list", until: "choice" },
  },
  { file: "viewer/notifications", method: "GET", path: () => "/api/v1/viewer/notifications", caller: "signedIn" },
  {
    file: "viewer/notifications",
    method: "PATCH",
    path: () => "/api/v1/viewer/notifications",
    caller: "signedIn",
    body: { reply: "daily" },
    fields: { reply: "choice", followed_thread: "choice" },
  },
  {
    file: "viewer/notifications",
    method: "POST",
    path: () => "/api/v1/viewer/notifications",
    caller: "signedIn",
    formOnly: true,
  },
  { file: "unsubscriptions/[token]", method: "GET", path: unsubscription, caller: "anybody" },
  {
    file: "unsubscriptions/[token]",
    method: "POST",
    path: unsubscription,
    caller: "anybody",
    formOnly: true,
    fromAnywhere: true,
  },
];
