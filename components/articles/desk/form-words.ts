import type { Fields } from "@/lib/articles/form-fields";

/** What the editor's form holds now: strings by name, files left out, repeated names joined as the server joins them. */
export function fieldsIn(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") fields[name] = name in fields ? `${fields[name]},${value}` : value;
  }
  return fields;
}

/** Puts words into the fields of that name, as if typed. */
export function fill(form: HTMLFormElement, fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) {
    const control = form.elements.namedItem(name);
    if (name === "revision") continue;
    if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )
      if (!(control instanceof HTMLInputElement && control.type === "file")) control.value = value;
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
