import type { InputHTMLAttributes, ReactNode } from "react";

interface ChoiceProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "children"> {
  type?: "radio" | "checkbox";
  children: ReactNode;
}

/** A row to choose: the whole of it is the target. */
export function Choice({ type = "radio", children, ...input }: ChoiceProps) {
  return (
    <label className="choice">
      <input {...input} type={type} />
      <span>{children}</span>
    </label>
  );
}

/** Choices under one question. */
export function Choices({ legend, fault, children }: { legend: string; fault?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {children}
      {fault && <p className="fault">{fault}</p>}
    </fieldset>
  );
}
