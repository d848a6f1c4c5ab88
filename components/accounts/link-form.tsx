import { Refusal } from "@/components/accounts/refusal";
import { typedInto } from "@/components/accounts/typed";
import { Button } from "@/components/ui/button";
import type { KeptForm } from "@/lib/drafts";

interface LinkFormProps {
  action: string;
  text: string;
  button: string;
  kept: KeptForm | null;
}

/** The button that a mailed link leads to: opening the link alone, as a scanner of mail does, changes nothing. */
export function LinkForm({ action, text, button, kept }: LinkFormProps) {
  return (
    <form method="post" action={action}>
      <Refusal typed={typedInto(kept, action, [])} fields={[]} />
      <p>{text}</p>
      <p className="actions">
        <Button kind="primary">{button}</Button>
      </p>
    </form>
  );
}
