import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { t } from "@/lib/messages";

/** The words to look for; a plain GET, so that a search can be linked to. */
export function SearchForm({ words }: { words?: string }) {
  return (
    <search>
      <form className="search-form" action="/search">
        <Field
          name="q"
          type="search"
          label={t("articles.search.label")}
          defaultValue={words}
          maxLength={200}
          dir="auto"
          enterKeyHint="search"
        />
        <Button kind="primary">{t("articles.search.submit")}</Button>
      </form>
    </search>
  );
}
