import type { Metadata } from "next";
import { keptDraft } from "@/components/comments/kept-draft";
import { type Asked, decoded } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { FollowPage } from "@/components/notifications/follow-page";
import { found } from "@/lib/comments/queries";
import { t } from "@/lib/messages";
import { followedThread, followsThread } from "@/lib/notifications/queries";
import { currentViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("notifications.follow.title"), robots: { index: false } };

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Asked;
}

export default async function FollowThreadPage({ params, searchParams }: Props) {
  const [viewer, kept, thread] = await Promise.all([
    currentViewer(),
    keptDraft(searchParams),
    found(followedThread(decoded((await params).slug) ?? "")),
  ]);
  if (!thread) return <MissingPage />;
  const { slug, title, lang } = thread;
  const following = viewer !== null && (await followsThread(viewer, slug));
  const subject = { name: title, path: `/articles/${slug}#comments`, lang };
  return <FollowPage {...{ viewer, kept, subject, following }} what="thread" />;
}
