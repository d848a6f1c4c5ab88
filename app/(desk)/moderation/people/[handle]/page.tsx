import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { keptWords } from "@/components/accounts/kept-words";
import { type Asked, asked, decoded } from "@/components/layout/address";
import { NotYours } from "@/components/layout/not-yours";
import { PersonDesk } from "@/components/moderation/people/person-desk";
import { Alert } from "@/components/ui/alert";
import { isModerator } from "@/lib/actor";
import { t } from "@/lib/messages";
import { personFile } from "@/lib/moderation/people/person-file";
import { personMeant } from "@/lib/moderation/people/queries";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("measures.title") };

const news = ["sanction", "end", "note"] as const;

interface PersonPageProps {
  params: Promise<{ handle: string }>;
  searchParams: Asked;
}

export default async function ModeratedPersonPage({ params, searchParams }: PersonPageProps) {
  const { handle: segment } = await params;
  const handle = decoded(segment) ?? "";
  const here = `/moderation/people/${encodeURIComponent(handle)}`;
  const viewer = await pageViewer(here, isModerator);
  if (!viewer) return <NotYours room="moderation" />;
  const meant = await personMeant(viewer, handle);
  if (!meant) notFound();
  if (meant.handle !== handle) redirect(`/moderation/people/${meant.handle}`);
  if (meant.id === viewer.id) return <OwnPage />;
  const [person, kept, done] = await Promise.all([
    personFile(viewer, meant.handle),
    keptWords(await asked(searchParams, "draft")),
    asked(searchParams, "done"),
  ]);
  return <PersonDesk {...{ viewer, person, kept }} done={news.find((each) => each === done) ?? null} />;
}

function OwnPage() {
  return (
    <div className="desk-page">
      <h1>{t("measures.title")}</h1>
      <Alert kind="note" title={t("measures.own")} />
    </div>
  );
}
