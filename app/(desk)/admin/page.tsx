import type { Metadata } from "next";
import { cookies } from "next/headers";
import { NewPiece } from "@/components/articles/desk/new-piece";
import { Pieces } from "@/components/articles/desk/pieces";
import { NotYours } from "@/components/layout/not-yours";
import { isAuthor } from "@/lib/actor";
import { deskGroups, deskStatusPage } from "@/lib/articles/desk";
import { deskAddress } from "@/lib/articles/schema";
import { keptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { draftCookieName, pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("admin.pieces.title") };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PiecesPage({ searchParams }: Props) {
  const { status, cursor, draft } = deskAddress.parse(await searchParams);
  const viewer = await pageViewer("/admin", isAuthor);
  if (!viewer) return <NotYours room="writing" />;
  const groups = status ? [await deskStatusPage(viewer, status, cursor)] : await deskGroups(viewer);
  const kept = await keptForm(draft, (await cookies()).get(draftCookieName())?.value);
  return (
    <>
      <h1 className="sr-only">{t("admin.pieces.title")}</h1>
      <div className="panes writing" data-show="list work">
        <Pieces groups={groups} paged={status !== undefined} />
        <NewPiece kept={kept} />
      </div>
    </>
  );
}
