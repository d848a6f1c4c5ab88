import type { ReactNode } from "react";

interface StateBoxProps {
  /** `waiting`: a clock, dashed. `refused`: danger at its start. `closed`: dashed and still. */
  kind: "waiting" | "refused" | "closed";
  /** The line that says what state this is, and who sees it. */
  state: ReactNode;
  children?: ReactNode;
}

export function StateBox({ kind, state, children }: StateBoxProps) {
  return (
    <div className={`box ${kind}`}>
      <p className="state">
        <span>{state}</span>
      </p>
      {children}
    </div>
  );
}

/** One italic line in the place of words that are gone. */
export function Gone({ children }: { children: ReactNode }) {
  return <p className="gone">{children}</p>;
}
