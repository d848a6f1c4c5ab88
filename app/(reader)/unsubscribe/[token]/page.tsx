import type { Metadata } from "next";
import { type Asked, asked } from "@/components/layout/address";
import { Page } from "@/components/layout/page";
import { site } from "@/components/layout/site";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { answerStatus } from "@/lib/document";
import { t } from "@/lib/messages";
import { readUnsubscribeToken } from "@/lib/notifications/unsubscribe-token";

export const metadata: Metadata = { title: t("notifications.unsubscribe.plainTitle"), robots: { index: false } };

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Asked;
}

/** Where a mailed link leads. Opening it, as scanners of mail do, changes nothing: the button does. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { token } = await params;
  const [{ name }, done] = await Promise.all([site(), asked(searchParams, "done")]);
  const link = readUnsubscribeToken(token);
  if (!link) answerStatus(404);
  return (
    <Page>
      <div className="plain">
        <h1>{t("notifications.unsubscribe.title", { site: name })}</h1>
        {!link && (
          <Alert title={t("notifications.unsubscribe.spentTitle")}>{t("notifications.unsubscribe.spentText")}</Alert>
        )}
        {link && done && (
          <Alert kind="note" title={t("notifications.unsubscribe.doneTitle")}>
            {t(`notifications.unsubscribe.done.${link.scope}`)}
          </Alert>
        )}
        {link && !done && (
          <form method="post" action={`/api/v1/unsubscriptions/${token}`}>
            <p>
              <b>{t(`notifications.unsubscribe.ask.${link.scope}`)}</b> {t("notifications.unsubscribe.text")}
            </p>
            <p className="actions">
              <Button kind="primary">{t("notifications.unsubscribe.button")}</Button>
            </p>
          </form>
        )}
        <p className="meta">
          <a href="/settings#mail-head">{t("notifications.unsubscribe.settings")}</a>
        </p>
      </div>
    </Page>
  );
}
