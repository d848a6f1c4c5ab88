import type { ReactNode } from "react";
import { Page } from "@/components/layout/page";
import { t } from "@/lib/messages";

/** A form at the left, and why it is there right of a hairline. */
export function FormPage({ title, why, children }: { title: string; why?: ReactNode; children: ReactNode }) {
  return (
    <Page>
      <div className="form-page">
        <div>
          <h1>{title}</h1>
          {children}
        </div>
        {why}
      </div>
    </Page>
  );
}

/** Why one signs in at all. */
export function WhyAName() {
  return (
    <section className="why">
      <p className="caps">{t("accounts.why.caps")}</p>
      <h2>{t("accounts.why.title")}</h2>
      <p>{t("accounts.why.text")}</p>
    </section>
  );
}
