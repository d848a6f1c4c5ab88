import type { Metadata } from "next";
import { IgnoreForm } from "@/components/accounts/ignore-form";
import { keptDraft } from "@/components/comments/kept-draft";
import { type Asked, decoded } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { Alert } from "@/components/ui/alert";
import { canIgnore } from "@/lib/accounts/policy";
import { isIgnoring } from "@/lib/accounts/queries";
import type { Viewer } from "@/lib/actor";
import { type Person, personByHandle } from "@/lib/comments/person";
import { t } from "@/lib/messages";
import { currentViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("people.ignore"), robots: { index: false } };

interface Props {
  params: Promise<{ handle: string }>;
  searchParams: Asked;
}

/** Whether this visitor ignores somebody, and the button that changes it. */
export default async function IgnorePage({ params, searchParams }: Props) {
  const [person, viewer, kept] = await Promise.all([
    personByHandle(decoded((await params).handle) ?? ""),
    currentViewer(),
    keptDraft(searchParams),
  ]);
  if (!person) return <MissingPage />;
  const { name, handle } = person;
  return (
    <Page>
      <div className="plain">
        <h1>{t("people.mine.title", { name })}</h1>
        {viewer && kept && <Alert title={t("people.mine.refused")}>{kept.problem.detail}</Alert>}
        {viewer ? <Ignoring viewer={viewer} person={person} /> : <SignInFirst name={name} handle={handle} />}
        <p className="meta">
          <a href={`/people/${handle}`}>{t("people.mine.back", { name })}</a>
        </p>
      </div>
    </Page>
  );
}

async function Ignoring({ viewer, person: { id, name, handle } }: { viewer: Viewer; person: Person }) {
  if (viewer.id === id) {
    return (
      <p>
        {t("people.mine.self")} <a href="/settings">{t("people.mine.settings")}</a>
      </p>
    );
  }
  const ignored = await isIgnoring(viewer, id);
  return (
    <>
      <p role="status">{t(ignored ? "people.mine.ignored" : "people.mine.heard", { name })}</p>
      {canIgnore(viewer, { id }) && <IgnoreForm handle={handle} ignored={ignored} />}
      <p className="hint">{t("people.ignoreHint")}</p>
    </>
  );
}

function SignInFirst({ name, handle }: { name: string; handle: string }) {
  const next = encodeURIComponent(`/people/${handle}/ignore`);
  return (
    <Alert kind="note" title={t("people.mine.signIn")}>
      {t("people.mine.signInText", { name })} <a href={`/sign-in?next=${next}`}>{t("comments.signIn")}</a>{" "}
      <a href={`/sign-up?next=${next}`}>{t("comments.signUp")}</a>
    </Alert>
  );
}
