import type { ReactNode } from "react";
import { isNarrowed, type QueueAddress, queueHref } from "@/components/moderation/queue-href";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { handleMax } from "@/lib/accounts/limits";
import { articleLimits } from "@/lib/articles/limits";
import { holdSteps } from "@/lib/comments/screening/submission";
import { t } from "@/lib/messages";
import { ages, maxSearch, reasons } from "@/lib/moderation/limits";

interface QueueFiltersProps {
  address: QueueAddress;
  /** How many came since the page was made. */
  arrived: number;
  children?: ReactNode;
}

/** What narrows the list: a plain form that asks for the page anew. */
export function QueueFilters({ address, arrived, children }: QueueFiltersProps) {
  const { status, order, article, person, reason, since, before, older, lang, q } = address;
  const narrowed = isNarrowed(address);
  return (
    <div className="queue-tools">
      <form method="get" action="/moderation" className="queue-search">
        <input type="hidden" name="status" value={status} />
        {order && <input type="hidden" name="order" value={order} />}
        <Field name="q" type="search" label={t("queue.filters.q")} defaultValue={q} maxLength={maxSearch} dir="auto" />
        <details open={narrowed && (article || person || reason || since || before || older || lang) !== undefined}>
          <summary>{t("queue.filters.title")}</summary>
          <div className="queue-filters">
            <Field
              name="article"
              label={t("queue.filters.article")}
              defaultValue={article}
              maxLength={articleLimits.slug}
            />
            <Field name="person" label={t("queue.filters.person")} defaultValue={person} maxLength={handleMax} />
            <Select name="reason" label={t("queue.filters.reason")} defaultValue={reason ?? ""}>
              <option value="">{t("queue.filters.any")}</option>
              <optgroup label={t("queue.filters.reported")}>
                {reasons.map((each) => (
                  <option key={each} value={each}>
                    {t(`moderation.reasons.${each}`)}
                  </option>
                ))}
              </optgroup>
              <optgroup label={t("queue.filters.held")}>
                {holdSteps.map((each) => (
                  <option key={each} value={each}>
                    {t(`screening.steps.${each}`)}
                  </option>
                ))}
              </optgroup>
            </Select>
            <Select name="older" label={t("queue.filters.older")} defaultValue={older ?? ""}>
              <option value="">{t("queue.filters.any")}</option>
              {ages.map((each) => (
                <option key={each} value={each}>
                  {t(`queue.filters.ages.${each}`)}
                </option>
              ))}
            </Select>
            <Field name="since" type="date" label={t("queue.filters.since")} defaultValue={since} />
            <Field name="before" type="date" label={t("queue.filters.before")} defaultValue={before} />
            <Field name="lang" label={t("queue.filters.lang")} defaultValue={lang} maxLength={articleLimits.lang} />
          </div>
        </details>
        <Button>{t("queue.filters.show")}</Button>
        {narrowed && (
          <ButtonLink kind="quiet" href={queueHref({ status, order })}>
            {t("queue.filters.clear")}
          </ButtonLink>
        )}
        {children}
      </form>
      {arrived > 0 && (
        <p className="arrived" role="status">
          <a href={queueHref({ ...address, cursor: undefined, comment: undefined })}>
            {t("queue.arrived", { count: arrived })}
          </a>
        </p>
      )}
    </div>
  );
}
