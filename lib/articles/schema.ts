import { z } from "zod";
import { articleLimits as max } from "@/lib/articles/limits";
import { slugShape } from "@/lib/articles/slug";
import { cursorSchema, limitSchema } from "@/lib/cursor";
import { idSchema } from "@/lib/ids";
import { t } from "@/lib/messages";
import { line, text } from "@/lib/text";
import { ArticleStatus, CommentPolicy } from "@/prisma/generated/enums";

const langSchema = z
  .string(t("articles.fault.lang"))
  .max(max.lang)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, t("articles.fault.lang"))
  .refine(isLanguage, t("articles.fault.lang"));

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const slugSchema = z
  .string(t("articles.fault.slug"))
  .max(max.slug, t("articles.fault.slugLong", { max: max.slug }))
  .regex(slugShape, t("articles.fault.slug"));

const articlePicture = z.strictObject({
  url: z
    .string()
    .max(max.pictureUrl)
    .regex(/^\/media\/[0-9a-f]{64}\.[a-z]{3,4}$/, t("articles.fault.pictureUrl")),
  alt: line({ max: max.pictureAlt }).optional(),
  caption: line({ max: max.pictureCaption }).optional(),
  credit: line({ max: max.pictureCredit }).optional(),
});

const tagsInput = z
  .array(line({ max: max.tag, min: 1 }))
  .max(max.tags, t("articles.fault.tags", { max: max.tags }))
  .transform((names) => distinct(names));

function distinct(names: string[]): string[] {
  const byLowerCase = new Map<string, string>();
  for (const name of names) if (!byLowerCase.has(name.toLowerCase())) byLowerCase.set(name.toLowerCase(), name);
  return [...byLowerCase.values()];
}

const words = {
  title: line({ max: max.title, min: 1 }),
  standfirst: line({ max: max.standfirst }),
  body: text({ max: max.body }),
};

const about = {
  lang: langSchema,
  section: line({ max: max.section }),
  tags: tagsInput,
  slug: slugSchema,
  picture: articlePicture.nullable(),
  commentPolicy: z.enum(CommentPolicy),
  authors: z.array(z.string().min(1).max(30)).min(1, t("articles.fault.noAuthor")).max(max.authors),
};

export const articleInput = z
  .strictObject({ ...words, ...about })
  .partial()
  .required({ title: true });
export type ArticleInput = z.infer<typeof articleInput>;

export const articleChange = z
  .strictObject({ ...words, ...about, revision: z.int().min(1).max(2_147_483_647) })
  .partial();
export type ArticleChange = z.infer<typeof articleChange>;

const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/;

/** A moment in ISO 8601; without a zone, UTC. */
const moment = z
  .string(t("articles.fault.moment"))
  .max(40, t("articles.fault.moment"))
  .regex(zoned, t("articles.fault.moment"))
  .transform((value) => new Date(/(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`))
  .refine((date) => date.getUTCFullYear() >= 1970 && date.getUTCFullYear() < 2200, t("articles.fault.momentFar"));

export const publishInput = z.strictObject({ at: moment.optional() });

export const articleParams = z.object({ id: idSchema });
export const slugParams = z.object({ slug: z.string().min(1).max(300) });
export const handleParams = z.object({ handle: z.string().min(1).max(100) });

/** A name in an address; Postgres knows no NUL. */
const nameAsked = z
  .string()
  .min(1)
  .max(100)
  .refine((name) => !name.includes("\0"), t("articles.fault.nameNul"));

export const articlesQuery = z.strictObject({
  tag: nameAsked.optional(),
  author: nameAsked.optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});

export const deskQuery = z.strictObject({
  status: z.enum(ArticleStatus).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});

/** The body of an act that needs no words. */
export const nothing = z.strictObject({});

/** A picture by its address; a file comes as multipart, in the field `picture`. */
export const pictureInput = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
});
export const pictureOutput = z.object({ file: z.string(), url: z.string(), width: z.int(), height: z.int() });

export const previewOutput = z.object({ html: z.string(), wordCount: z.int() });
export const previewInput = z.strictObject({ body: text({ max: max.body }) });

const authorOutput = z.object({ handle: z.string(), name: z.string(), avatarUrl: z.string().nullable() });

export const articleSummaryOutput = z.object({
  id: z.string(),
  slug: z.string(),
  lang: z.string(),
  title: z.string(),
  standfirst: z.string(),
  section: z.string(),
  picture: z.object({ url: z.string(), alt: z.string(), caption: z.string(), credit: z.string() }).nullable(),
  publishedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
  authors: z.array(authorOutput),
  tags: z.array(z.object({ slug: z.string(), name: z.string() })),
  commentCount: z.int(),
  commentPolicy: z.enum(CommentPolicy),
  commentsOpen: z.boolean(),
});

export const articleOutput = articleSummaryOutput.extend({
  body: z.string(),
  html: z.string(),
  wordCount: z.int(),
  canonicalUrl: z.url(),
});

/** The buttons of the editor's form. Whatever is pressed, the words are saved first; `preview` alone only shows them. */
export const acts = ["save", "preview", "publish", "schedule", "unpublish", "archive"] as const;

export const articleForm = articleChange.extend({
  act: z.enum(acts).default("save"),
  at: moment.optional(),
  /** What goes with a picture that comes as a file. */
  pictureWords: articlePicture.omit({ url: true }).optional(),
});
export type ArticleForm = z.infer<typeof articleForm>;

/** What the addresses of the desk's pages may ask for; anything else is as if it were not there. */
export const deskAddress = z.object({
  status: z.enum(ArticleStatus).optional().catch(undefined),
  cursor: cursorSchema.catch(undefined),
  draft: z.string().max(100).optional().catch(undefined),
});

export const editorAddress = z.object({
  draft: z.string().max(100).optional().catch(undefined),
  show: z.enum(["work", "side"]).catch("work"),
  done: z.enum(acts).optional().catch(undefined),
});

const deskMembers = { status: z.enum(ArticleStatus), revision: z.int(), wordCount: z.int() };
export const deskSummaryOutput = articleSummaryOutput.extend(deskMembers);
export const deskArticleOutput = articleOutput.extend(deskMembers);

export const authorProfileOutput = authorOutput.extend({ bio: z.string(), articleCount: z.int() });

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
