import { endAction, noteAction, sanctionAction } from "@/components/moderation/people/actions";
import { Formerly, Networks } from "@/components/moderation/people/formerly";
import { LatestComments, LatestDecisions } from "@/components/moderation/people/latest";
import { Measures } from "@/components/moderation/people/measures";
import { Notes } from "@/components/moderation/people/notes";
import { PersonRecord } from "@/components/moderation/people/person-record";
import { SanctionForm } from "@/components/moderation/people/sanction-form";
import { Alert } from "@/components/ui/alert";
import { canSuspend } from "@/lib/accounts/policy";
import type { Moderator } from "@/lib/actor";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import type { PersonOutput } from "@/lib/moderation/people/schema";

interface PersonDeskProps {
  viewer: Moderator;
  person: PersonOutput;
  kept: KeptForm | null;
  /** What was done just now. */
  done: "sanction" | "end" | "note" | null;
}

/** All that moderators know of somebody, and what they may do. */
export function PersonDesk({ viewer, person, kept, done }: PersonDeskProps) {
  const may = canSuspend(viewer, person);
  const forms = [...(may ? [sanctionAction(person)] : []), noteAction(person), ...person.sanctions.map(endAction)];
  return (
    <div className="desk-page">
      <h1>
        <bdi>{person.name}</bdi> <span className="small">@{person.handle}</span>
      </h1>
      {done && <Alert kind="note" title={t(`measures.done.${done}`)} />}
      {kept && !forms.includes(kept.form) && <Alert title={t("measures.refused")}>{kept.problem.detail}</Alert>}
      <div className="person">
        <div>
          <Measures person={person} may={may} kept={kept} />
          {may ? (
            <SanctionForm handle={person.handle} kept={kept} />
          ) : (
            person.status !== "closed" && <p className="hint">{t("measures.mayNot")}</p>
          )}
          <Notes person={person} kept={kept} />
        </div>
        <div>
          <PersonRecord person={person} />
          <Formerly formerly={person.formerly} />
          <Networks networks={person.networks} />
          <LatestDecisions decisions={person.decisions} />
          <LatestComments latest={person.latest} />
        </div>
      </div>
    </div>
  );
}
