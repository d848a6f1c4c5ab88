import { Button } from "@/components/ui/button";
import type { Comment } from "@/lib/comments/comment";
import { t } from "@/lib/messages";

/** What the elements put under comments for whoever chooses what stands out: of each pair the one that applies. */
export function ChoiceParts() {
  return (
    <template className="choices">
      {(["pick", "pin"] as const).map((verb) => (
        <span key={verb} data-choice={verb}>
          <button type="submit" name="value" value="1" formAction={`/api/v1/comments/ID/${verb}`}>
            {t(`comments.choices.${verb}`)}
          </button>
          <button type="submit" name="value" value="0" formAction={`/api/v1/comments/ID/${verb}`}>
            {t(`comments.choices.un${verb}`)}
          </button>
        </span>
      ))}
    </template>
  );
}

/** What stands in the place of a comment by somebody whom the viewer ignores. */
export function IgnoredPart() {
  return (
    <template className="ignored">
      <p className="gone ignored">
        {t("comments.ignored")} <button type="button">{t("comments.ignoredShow")}</button>
      </p>
    </template>
  );
}

interface ChoicesProps {
  comment: Pick<Comment, "id" | "pick" | "pinned">;
  can: { pick: boolean; pin: boolean };
}

/** The same choices as plain forms, on the page of one visitor. */
export function Choices({ comment: { id, pick, pinned }, can }: ChoicesProps) {
  if (!can.pick && !can.pin) return null;
  const act = { pick: pick ? "unpick" : "pick", pin: pinned ? "unpin" : "pin" } as const;
  return (
    <section className="choices" aria-labelledby="choices">
      <h2 id="choices">{t("comments.choices.title")}</h2>
      {(["pick", "pin"] as const).map(
        (verb) =>
          can[verb] && (
            <form key={verb} className="inline" method="post" action={`/api/v1/comments/${id}/${verb}`}>
              <Button name="value" value={act[verb] === verb ? 1 : 0}>
                {t(`comments.choices.${act[verb]}`)}
              </Button>{" "}
              <span className="hint">{t(`comments.choices.${verb}Hint`)}</span>
            </form>
          ),
      )}
    </section>
  );
}
