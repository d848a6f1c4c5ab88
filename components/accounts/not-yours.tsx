/** What stands in a room for somebody whom it is not for. */
export function NotYours({ title, text }: { title: string; text: string }) {
  return (
    <div className="desk-page">
      <h1>{title}</h1>
      <p>{text}</p>
    </div>
  );
}
