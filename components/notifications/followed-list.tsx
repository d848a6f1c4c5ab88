import { Button } from "@/components/ui/button";
import { t } from "@/lib/messages";

interface FollowedListProps {
  threads: readonly { slug: string; title: string; lang: string }[];
  people: readonly { handle: string; name: string }[];
}

/** What one follows, each with the way out. */
export function FollowedList({ threads, people }: FollowedListProps) {
  return (
    <section aria-labelledby="follow-head">
      <h2 id="follow-head">{t("notifications.settings.followHead")}</h2>
      {threads.length + people.length === 0 && <p>{t("notifications.settings.followNothing")}</p>}
      {threads.length > 0 && (
        <>
          <h3>{t("notifications.settings.followThreads")}</h3>
          <ul className="followed">
            {threads.map(({ slug, title, lang }) => (
              <Followed key={slug} path={`/articles/${slug}`} name={title} lang={lang} />
            ))}
          </ul>
        </>
      )}
      {people.length > 0 && (
        <>
          <h3>{t("notifications.settings.followPeople")}</h3>
          <ul className="followed">
            {people.map(({ handle, name }) => (
              <Followed key={handle} path={`/people/${handle}`} name={name} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Followed({ path, name, lang }: { path: string; name: string; lang?: string }) {
  return (
    <li>
      <a href={path} lang={lang}>
        <bdi>{name}</bdi>
      </a>
      <form className="inline" method="post" action={`/api/v1${path}/follow`}>
        <Button kind="quiet" name="following" value="0" aria-label={t("notifications.settings.stopOf", { name })}>
          {t("notifications.settings.stop")}
        </Button>
      </form>
    </li>
  );
}
