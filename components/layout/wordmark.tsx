const motif = /^Re(?=\p{L})/u;

/** The name as it is printed: of a name that begins with "Re", those two letters are italic, as on a letter. */
export function Wordmark({ name }: { name: string }) {
  if (!motif.test(name)) return <bdi className="wordmark">{name}</bdi>;
  return (
    <bdi className="wordmark" lang="en">
      <i>Re</i>
      {name.slice(2)}
    </bdi>
  );
}
