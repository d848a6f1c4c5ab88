import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classes } from "@/components/ui/classes";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: "primary" | "line" | "danger" | "quiet";
  wide?: boolean;
  /** At work: say so in the words too ("Posting…"). A busy button does nothing. */
  busy?: boolean;
  children: ReactNode;
}

export function Button({
  kind = "line",
  wide = false,
  busy = false,
  type = "submit",
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={classes("button", kind !== "line" && kind, wide && "wide", className)}
    />
  );
}

interface ButtonLinkProps {
  href: string;
  kind?: "primary" | "line" | "danger" | "quiet";
  children: ReactNode;
}

/** A link that looks like a button, where following it is the act. */
export function ButtonLink({ href, kind = "line", children }: ButtonLinkProps) {
  return (
    <a href={href} className={classes("button", kind !== "line" && kind)}>
      {children}
    </a>
  );
}
