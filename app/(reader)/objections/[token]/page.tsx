import type { Metadata } from "next";
import { keptDraft } from "@/components/comments/kept-draft";
import type { Asked } from "@/components/layout/address";
import { Page } from "@/components/layout/page";
import { ObjectionPart } from "@/components/moderation/fairness/objection-part";
import { StatementText } from "@/components/moderation/fairness/statement-text";
import { Alert } from "@/components/ui/alert";
import { found } from "@/lib/comments/queries";
import { answerStatus } from "@/lib/document";
import { t } from "@/lib/messages";
import { readLetterToken } from "@/lib/moderation/fairness/letter-token";
import { mailedStatement } from "@/lib/moderation/fairness/queries";

export const metadata: Metadata = { title: t("fairness.statement.title"), robots: { index: false } };

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Asked;
}

/** Where the letter to somebody leads who cannot sign in any more. Opening it changes nothing: the button does. */
export default async function LetterPage({ params, searchParams }: Props) {
  const { token } = await params;
  const id = readLetterToken(token);
  const [statement, kept] = await Promise.all([id ? found(mailedStatement(id)) : null, keptDraft(searchParams)]);
  if (!statement) answerStatus(404);
  return (
    <Page>
      <div className="plain statement">
        {statement ? (
          <>
            <StatementText statement={statement} />
            <ObjectionPart statement={statement} action={`/api/v1/objections/${token}`} kept={kept} />
          </>
        ) : (
          <>
            <h1>{t("fairness.statement.title")}</h1>
            <Alert title={t("fairness.byLetter.spentTitle")}>{t("fairness.byLetter.spentText")}</Alert>
          </>
        )}
      </div>
    </Page>
  );
}
