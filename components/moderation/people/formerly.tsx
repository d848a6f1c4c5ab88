import { When } from "@/components/ui/when";
import { formatDay, t } from "@/lib/messages";
import type { PersonOutput } from "@/lib/moderation/people/schema";

/** Under which names they wrote before. */
export function Formerly({ formerly: { names, handles } }: Pick<PersonOutput, "formerly">) {
  return (
    <section aria-labelledby="formerly-head">
      <h2 id="formerly-head">{t("measures.formerly")}</h2>
      {names.length + handles.length === 0 && <p>{t("measures.neverOtherwise")}</p>}
      <ul className="entries">
        {names.map(({ name, until }) => (
          <li key={`${name} ${until}`} dir="auto">
            {t("measures.wasNamed", { name, day: formatDay(new Date(until)) })}
          </li>
        ))}
        {handles.map(({ handle, until }) => (
          <li key={handle}>{t("measures.wasHandle", { handle, day: formatDay(new Date(until)) })}</li>
        ))}
      </ul>
    </section>
  );
}

/** Whence they signed in lately, and the way to bar that. */
export function Networks({ networks }: Pick<PersonOutput, "networks">) {
  return (
    <section aria-labelledby="networks-head">
      <h2 id="networks-head">{t("measures.networks")}</h2>
      {networks.length === 0 && <p>{t("measures.noNetworks")}</p>}
      <ul className="entries">
        {networks.map(({ network, at }) => (
          <li key={network}>
            <code>{network}</code>, <When at={new Date(at)} />{" "}
            <a
              href={`/moderation/bars?network=${encodeURIComponent(network)}`}
              aria-label={`${t("measures.barNetwork")}: ${network}`}
            >
              {t("measures.barNetwork")}
            </a>
          </li>
        ))}
      </ul>
      <p className="hint">{t("measures.networksHint")}</p>
    </section>
  );
}
