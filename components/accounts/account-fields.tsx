import type { InputHTMLAttributes, ReactNode } from "react";
import { Field } from "@/components/ui/field";
import type { Typed } from "@/components/ui/typed";
import { t } from "@/lib/messages";

interface AccountFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id"> {
  typed: Typed;
  name: string;
  id?: string;
  label: string;
  hint?: ReactNode;
  fault?: ReactNode;
}

/** A field with what was typed before and what is wrong with it; the first at fault has the focus. */
export function AccountField({ typed, name, defaultValue, fault, ...rest }: AccountFieldProps) {
  return (
    <Field
      name={name}
      defaultValue={typed.value(name) ?? defaultValue}
      fault={fault ?? typed.fault(name)}
      autoFocus={typed.focused === name}
      {...rest}
    />
  );
}

export function EmailField({ typed, hint }: { typed: Typed; hint?: ReactNode }) {
  const label = t("accounts.form.email");
  return <AccountField {...{ typed, label, hint }} name="email" type="email" autoComplete="username" required />;
}

export function NameField({ typed, now }: { typed: Typed; now?: string }) {
  const [label, hint] = [t("accounts.form.name"), t("accounts.form.nameHint")];
  return (
    <AccountField
      {...{ typed, label, hint }}
      name="name"
      defaultValue={now}
      autoComplete="nickname"
      dir="auto"
      required
    />
  );
}

export function NewPasswordField({ typed, label }: { typed: Typed; label: string }) {
  const hint = t("accounts.form.passwordHint");
  return (
    <AccountField {...{ typed, label, hint }} name="password" type="password" autoComplete="new-password" required />
  );
}
