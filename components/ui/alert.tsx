import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

interface AlertProps {
  /** `fault`: something failed. `note`: news, good or neutral. */
  kind?: "fault" | "note";
  /** What happened, in a few words with a full stop; `children` say what is kept and what to do. */
  title: string;
  id?: string;
  children?: ReactNode;
}

export function Alert({ kind = "fault", title, id, children }: AlertProps) {
  return (
    <div id={id} className={classes("alert", kind === "note" && "note")} role={kind === "fault" ? "alert" : "status"}>
      <b>{title}</b> {children}
    </div>
  );
}
