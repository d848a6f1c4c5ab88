import { Button } from "@/components/ui/button";
import { t } from "@/lib/messages";

interface FollowFormProps {
  /** Where it posts to; asked with GET, it tells whether one follows already. */
  action: string;
  what: "thread" | "person";
  following?: boolean;
  kind?: "primary" | "line" | "quiet";
  /** On a page that says what is true now, the answer is that page again, not a change in place. */
  plain?: boolean;
}

/**
 * The button that follows, or stops. On a page that is the same for everybody it offers to follow, which does no harm twice; the element
 * turns it round for whoever follows already.
 */
export function FollowForm({ action, what, following = false, kind = "line", plain = false }: FollowFormProps) {
  const [start, stop] = [t(`notifications.follow.${what}`), t(`notifications.follow.${what}Stop`)];
  const form = (
    <form className="inline" method="post" action={action}>
      <Button kind={kind} name="following" value={following ? "0" : "1"}>
        {following ? stop : start}
      </Button>
    </form>
  );
  if (plain) return form;
  return (
    <follow-button data-start={start} data-stop={stop}>
      {form}
    </follow-button>
  );
}
