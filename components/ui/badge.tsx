import type { ReactNode } from "react";

export function Badge({ soft = false, children }: { soft?: boolean; children: ReactNode }) {
  return <span className={soft ? "badge soft" : "badge"}>{children}</span>;
}
