/** The motif: a rounded elbow ending in a dot. Decorative; the words beside it speak. */
export function ReplyMark() {
  return (
    <svg className="reply-mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M3 2v6.5a3 3 0 0 0 3 3h5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="12.4" cy="11.5" r="2" fill="currentColor" />
    </svg>
  );
}
