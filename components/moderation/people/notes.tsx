import { noteAction } from "@/components/moderation/people/actions";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { formatMoment, t } from "@/lib/messages";
import type { PersonOutput } from "@/lib/moderation/people/schema";

/** What the team wrote down about somebody, and the form for more. */
export function Notes({ person, kept }: { person: PersonOutput; kept: KeptForm | null }) {
  const { notes } = person;
  const action = noteAction(person);
  const typed = typedInto(kept, action, ["note"]);
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t("measures.notes")}</h2>
      <p className="hint">{t("measures.notesHint")}</p>
      {notes.length === 0 && <p>{t("measures.noNotes")}</p>}
      <ul className="entries">
        {notes.map(({ id, note, by, at }) => (
          <li key={id}>
            <p className="text" dir="auto">
              {note}
            </p>
            <p className="small">
              {t("measures.noteBy", {
                name: by?.name ?? t("moderation.formerModerator"),
                at: formatMoment(new Date(at)),
              })}
            </p>
          </li>
        ))}
      </ul>
      <form method="post" action={action}>
        <Refusal typed={typed} fields={["note"]} />
        <TextArea
          name="note"
          id="person-note"
          label={t("measures.note")}
          required
          fault={typed.fault("note")}
          autoFocus={typed.focused === "note"}
          defaultValue={typed.value("note")}
        />
        <Button>{t("measures.addNote")}</Button>
      </form>
    </section>
  );
}
