import type { Metadata } from "next";
import { keptDraft } from "@/components/comments/kept-draft";
import { type Asked, decoded } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { FollowPage } from "@/components/notifications/follow-page";
import { found } from "@/lib/comments/queries";
import { t } from "@/lib/messages";
import { followedPerson, followsPerson } from "@/lib/notifications/queries";
import { currentViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("notifications.follow.title"), robots: { index: false } };

interface Props {
  params: Promise<{ handle: string }>;
  searchParams: Asked;
}

export default async function FollowPersonPage({ params, searchParams }: Props) {
  const [viewer, kept, person] = await Promise.all([
    currentViewer(),
    keptDraft(searchParams),
    found(followedPerson(decoded((await params).handle) ?? "")),
  ]);
  if (!person) return <MissingPage />;
  const following = viewer !== null && (await followsPerson(viewer, person.handle));
  const subject = { name: person.name, path: `/people/${person.handle}` };
  return <FollowPage {...{ viewer, kept, subject, following }} what="person" />;
}
