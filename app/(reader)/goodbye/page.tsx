import type { Metadata } from "next";
import { FormPage } from "@/components/accounts/form-page";
import { type Asked, asked } from "@/components/layout/address";
import { closingById } from "@/lib/accounts/queries";
import type { ClosingOutput } from "@/lib/accounts/schema";
import { idSchema } from "@/lib/ids";
import { t } from "@/lib/messages";

export const metadata: Metadata = { title: t("accounts.closing.title"), robots: { index: false } };

/** What becomes of the comments, and how far that has come. */
function soFar({ comments, left, doneAt }: ClosingOutput): string {
  if (comments === "keep") return t("accounts.closing.kept");
  if (left > 0) return t(`accounts.closing.${comments === "erase" ? "erasing" : "namingOff"}`, { count: left });
  if (doneAt === null) return t("accounts.closing.finishing");
  return t(`accounts.closing.${comments === "erase" ? "erased" : "nameless"}`);
}

/** Where somebody ends who closed their account. Only they know the address; it says nothing of who they were. */
export default async function GoodbyePage({ searchParams }: { searchParams: Asked }) {
  const id = idSchema.safeParse(await asked(searchParams, "closing")).data;
  const closing = id === undefined ? null : await closingById(id);
  return (
    <FormPage title={t("accounts.closing.title")}>
      <p>{t("accounts.closing.signedOut")}</p>
      {closing && <p>{soFar(closing)}</p>}
      <p>
        {closing?.doneAt === null && (
          <>
            <a href={`/goodbye?closing=${closing.id}`}>{t("accounts.closing.look")}</a>
            {" · "}
          </>
        )}
        <a href="/">{t("accounts.closing.front")}</a>
      </p>
    </FormPage>
  );
}
