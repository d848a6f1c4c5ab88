import type { Metadata } from "next";
import { NotFound } from "@/components/layout/not-found";
import { Page } from "@/components/layout/page";
import { answerStatus } from "@/lib/document";
import { t } from "@/lib/messages";

export const missingMetadata: Metadata = { title: t("layout.notFound.title"), robots: { index: false } };

/** A reader page about something that is missing or hidden: the same page, status 404. */
export function MissingPage() {
  answerStatus(404);
  return (
    <Page>
      <NotFound />
    </Page>
  );
}
