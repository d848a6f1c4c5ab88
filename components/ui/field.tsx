import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { classes } from "@/components/ui/classes";

interface FieldProps {
  /** Also the id of the control, so it must be unique on the page. */
  name: string;
  /** Where two fields of a page bear one name. */
  id?: string;
  label: string;
  hint?: ReactNode;
  /** Why what was typed cannot be taken, and how to mend it. The first field at fault takes the focus. */
  fault?: ReactNode;
  /** A setting of its own (`headline`, `lede`), beside that of every control. */
  className?: string;
}

interface Described {
  id: string;
  name: string;
  className: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

function described({ name, id = name, hint, fault, className }: FieldProps & { className?: string }): Described {
  const notes = classes(hint ? `${id}-hint` : null, fault ? `${id}-fault` : null);
  return {
    id,
    name,
    className: classes("input", className),
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": notes === "" ? undefined : notes,
  };
}

/** Label, hint, control and message of one field, tied together for those who listen. */
function Frame({ name, id = name, label, hint, fault, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

export function Field(props: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id">) {
  const { name, id, label, hint, fault, ...input } = props;
  return (
    <Frame {...{ name, id, label, hint, fault }}>
      <input type="text" {...input} {...described(props)} />
    </Frame>
  );
}

export function TextArea(props: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "id">) {
  const { name, id, label, hint, fault, ...area } = props;
  return (
    <Frame {...{ name, id, label, hint, fault }}>
      <textarea rows={4} dir="auto" {...area} {...described(props)} />
    </Frame>
  );
}

export function Select(props: FieldProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "id">) {
  const { name, id, label, hint, fault, children, ...select } = props;
  return (
    <Frame {...{ name, id, label, hint, fault }}>
      <select {...select} {...described(props)}>
        {children}
      </select>
    </Frame>
  );
}
