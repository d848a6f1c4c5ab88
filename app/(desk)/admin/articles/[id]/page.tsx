import type { Metadata } from "next";
import { cookies } from "next/headers";
import { OtherVersion } from "@/components/articles/desk/other-version";
import { Pieces } from "@/components/articles/desk/pieces";
import { editorState } from "@/components/articles/desk/typed-fields";
import { WritingDesk } from "@/components/articles/desk/writing-desk";
import { NotYours } from "@/components/layout/not-yours";
import { isAuthor } from "@/lib/actor";
import { deskArticle, deskGroups, lastSave } from "@/lib/articles/desk";
import { fieldsOf } from "@/lib/articles/form-fields";
import { canNameAuthors } from "@/lib/articles/policy";
import { editorAddress } from "@/lib/articles/schema";
import { keptForm } from "@/lib/drafts";
import { articleHtml } from "@/lib/markdown";
import { t } from "@/lib/messages";
import { draftCookieName, pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("admin.write.title") };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function WritePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { draft, show, done } = editorAddress.parse(await searchParams);
  const viewer = await pageViewer(`/admin/articles/${id}`, isAuthor);
  if (!viewer) return <NotYours room="writing" />;
  const article = await deskArticle(viewer, id);
  if (!article) return <NotYours room="piece" />;

  const [groups, saved, kept] = await Promise.all([
    deskGroups(viewer),
    lastSave(article.id, article.revision),
    keptForm(draft, (await cookies()).get(draftCookieName())?.value),
  ]);
  const stored = fieldsOf(article);
  const state = editorState(stored, kept, `/api/v1/admin/articles/${article.id}`);
  const { body = "" } = state.fields;
  return (
    <WritingDesk
      // Another article, or the same one shown anew, starts from its own words.
      key={`${article.id}:${draft ?? ""}`}
      article={{ id: article.id, status: article.status, url: article.url, wordCount: article.wordCount }}
      savedAt={saved?.at.toISOString() ?? null}
      publishedAt={article.publishedAt?.toISOString() ?? null}
      state={state}
      html={body === article.body ? article.html : articleHtml(body)}
      namesAuthors={canNameAuthors(viewer)}
      done={done}
      show={show}
      draft={draft}
      list={<Pieces groups={groups} current={article.id} />}
      other={
        state.conflict ? <OtherVersion id={article.id} stored={stored} typed={state.fields} saved={saved} /> : null
      }
    />
  );
}
