"use client";

import { useRouter } from "next/navigation";
import { type RefObject, type SubmitEvent, useEffect, useRef, useState } from "react";
import { fieldsIn } from "@/components/articles/desk/form-words";
import type { Done } from "@/components/articles/desk/news";
import { saveWords } from "@/components/articles/desk/save-words";
import type { EditorState } from "@/components/articles/desk/typed-fields";
import type { FieldError } from "@/lib/errors";
import { t } from "@/lib/messages";

interface Saving {
  /** What the button that led to this page came to. */
  doneBefore: Done | undefined;
  savedAt: string | null;
  form: RefObject<HTMLFormElement | null>;
  onSaved(): void;
  onPreview(): void;
}

const actOf = ({ submitter }: { submitter: HTMLElement | null }) =>
  submitter instanceof HTMLButtonElement ? submitter.value : "save";

const hasFile = (form: HTMLFormElement) => {
  const control = form.elements.namedItem("picture");
  return control instanceof HTMLInputElement && (control.files?.length ?? 0) > 0;
};

/** Saves in place, so that the cursor stays where it is. Whatever else a button does, and a conflict, is left to the plain form. */
export function useSaving(
  articleId: string,
  state: EditorState,
  { doneBefore, savedAt, form, onSaved, onPreview }: Saving,
) {
  const router = useRouter();
  const [revision, setRevision] = useState(state.fields.revision ?? "1");
  const [at, setAt] = useState(savedAt);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(doneBefore);
  const [problem, setProblem] = useState<{ detail: string; errors: FieldError[] } | null>(state.problem);
  const plainly = useRef(false);
  const unsaved = useRef(state.unsaved);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault();
    };
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      form.current?.requestSubmit();
    };
    window.addEventListener("beforeunload", warn);
    window.addEventListener("keydown", keys);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("keydown", keys);
    };
  }, [form]);

  useEffect(() => {
    const faulty = problem ? form.current?.querySelector("[aria-invalid]") : null;
    if (faulty instanceof HTMLElement) faulty.focus();
  }, [problem, form]);

  function leavePlainly(target: HTMLFormElement) {
    plainly.current = true;
    unsaved.current = false;
    target.requestSubmit();
  }

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    const target = event.currentTarget;
    const act = actOf(event.nativeEvent);
    if (plainly.current || hasFile(target) || !(act === "preview" || (act === "save" && !state.unsaved))) {
      unsaved.current = false;
      return;
    }
    event.preventDefault();
    if (act === "preview") return onPreview();
    if (busy) return;
    setBusy(true);
    setDone(undefined);
    try {
      const outcome = await saveWords(articleId, fieldsIn(target));
      if (outcome.kind === "conflict") return leavePlainly(target);
      if (outcome.kind === "refused") return setProblem(outcome);
      setProblem(null);
      setDone("save");
      setRevision(String(outcome.revision));
      setAt(outcome.at.toISOString());
      unsaved.current = false;
      onSaved();
      router.refresh();
    } catch {
      setProblem({ detail: t("admin.unreachable"), errors: [] });
    } finally {
      setBusy(false);
    }
  }

  return {
    revision,
    savedAt: at,
    busy,
    done,
    problem,
    submit,
    touched: () => {
      unsaved.current = true;
      setDone(undefined);
    },
    fault: (detail: string) => setProblem({ detail, errors: [] }),
  };
}
