import type { Metadata } from "next";
import { NotYours } from "@/components/layout/not-yours";
import { Empty } from "@/components/ui/empty";
import { When } from "@/components/ui/when";
import { isModerator } from "@/lib/actor";
import { found } from "@/lib/comments/queries";
import { ruleVersion } from "@/lib/comments/screening/queries";
import { versionParams } from "@/lib/comments/screening/schema";
import { t } from "@/lib/messages";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("screening.title") };

const rules = "/moderation/rules";

/** The words of one version of the rules, as they were. */
export default async function RuleVersionPage({ params }: { params: Promise<{ number: string }> }) {
  const address = versionParams.safeParse(await params);
  const viewer = await pageViewer(rules, isModerator);
  if (!viewer) return <NotYours room="moderation" />;
  const version = address.success ? await found(ruleVersion(viewer, address.data.number)) : null;
  if (!version) return <Empty title={t("layout.notFound.title")} />;
  const { number, mode, by, at, why, restored, document } = version;
  return (
    <div className="desk-page screening">
      <p>
        <a href={rules}>{t("screening.version.back")}</a>
      </p>
      <h1>{t("screening.version.title", { number })}</h1>
      <p>
        {t(`screening.versions.${mode}`)} · <bdi>{by?.name ?? t("screening.versions.nobody")}</bdi> ·{" "}
        <When at={new Date(at)} as="moment" />
      </p>
      {restored !== null && <p>{t("screening.versions.restored", { number: restored })}</p>}
      {why && <p dir="auto">{why}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer (WCAG 2.1.1) */}
      <section className="scroll" tabIndex={0} aria-label={t("screening.document")}>
        <pre className="rules-text">{document}</pre>
      </section>
    </div>
  );
}
