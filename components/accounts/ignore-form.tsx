import { Button } from "@/components/ui/button";
import { t } from "@/lib/messages";

interface IgnoreFormProps {
  handle: string;
  /** What is true now, where it is known: a page that is the same for everybody can only offer to ignore. */
  ignored?: boolean;
  /** Where to go afterwards, unless to the page that says what is true now. */
  next?: string;
  label?: string;
}

/** Begins or ends ignoring somebody. */
export function IgnoreForm({ handle, ignored = false, next, label }: IgnoreFormProps) {
  return (
    <form className="inline" method="post" action={`/api/v1/people/${handle}/ignore`}>
      {next && <input type="hidden" name="next" value={next} />}
      <Button name="value" value={ignored ? 0 : 1}>
        {label ?? t(ignored ? "people.unignore" : "people.ignore")}
      </Button>
    </form>
  );
}
