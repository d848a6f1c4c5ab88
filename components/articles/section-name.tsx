/** The section in small capitals; leads to its pieces. */
export function SectionName({ section }: { section: string }) {
  if (!section) return null;
  return (
    <p className="caps">
      <a href={`/sections/${encodeURIComponent(section)}`}>
        <bdi>{section}</bdi>
      </a>
    </p>
  );
}
