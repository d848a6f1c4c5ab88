import { IgnoreForm } from "@/components/accounts/ignore-form";
import { Portrait } from "@/components/ui/portrait";
import { faceUrl } from "@/lib/accounts/avatar";
import type { Person } from "@/lib/accounts/schema";
import { t } from "@/lib/messages";

/** Whom one ignores, each with the way back. */
export function IgnoredPeople({ people }: { people: readonly Person[] }) {
  return (
    <section aria-labelledby="ignored-head" id="ignored">
      <h2 id="ignored-head">{t("people.ignoring.title")}</h2>
      <p>{t(people.length === 0 ? "people.ignoring.none" : "people.ignoring.text")}</p>
      {people.length > 0 && (
        <ul className="people-list">
          {people.map((person) => (
            <li key={person.handle}>
              <Portrait url={faceUrl(person)} size={24} />
              <a href={`/people/${person.handle}`}>
                <bdi>{person.name}</bdi>
              </a>
              <IgnoreForm
                handle={person.handle}
                ignored
                next="/settings#ignored"
                label={t("people.ignoring.heard", { name: person.name })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
