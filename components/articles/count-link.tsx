import { t } from "@/lib/messages";

/** How many comments, in words, with the reply mark; leads to them. */
export function CountLink({ href, count }: { href: string; count: number }) {
  return (
    <a className="count mark" href={`${href}#comments`}>
      {t("common.comments", { count })}
    </a>
  );
}
