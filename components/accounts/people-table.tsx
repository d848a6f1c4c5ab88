import { PersonForm } from "@/components/accounts/person-form";
import { Table } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import type { AccountItem } from "@/lib/accounts/schema";
import type { Viewer } from "@/lib/actor";
import { t } from "@/lib/messages";

interface PeopleTableProps {
  viewer: Viewer;
  people: readonly AccountItem[];
  /** The address of this page, to come back to. */
  here: string;
}

/** Who has an account, and what each may do. */
export function PeopleTable({ viewer, people, here }: PeopleTableProps) {
  return (
    <div className="uncaptioned">
      <Table caption={t("accounts.people.caption")} head={[t("accounts.people.person"), t("accounts.people.change")]}>
        {people.map((person) => (
          <tr key={person.id} id={person.id}>
            <th scope="row">
              <a href={`/authors/${person.handle}`}>
                <bdi>{person.name}</bdi>
              </a>
              {person.id === viewer.id && ` (${t("accounts.people.you")})`}
              <br />
              <span className="small">{person.email ?? `@${person.handle}`}</span>
              {person.id !== viewer.id && (
                <>
                  <br />
                  <a className="small" href={`/moderation/people/${person.handle}`}>
                    {t("measures.openFile")}
                    <span className="sr-only"> ({person.name})</span>
                  </a>
                </>
              )}
              <br />
              <span className="small">
                {t("accounts.people.joined")} <When at={new Date(person.createdAt)} />,{" "}
                {t("accounts.people.commentCount", { count: person.publishedCount })}
              </span>
            </th>
            <td>
              <PersonForm viewer={viewer} person={person} here={here} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
