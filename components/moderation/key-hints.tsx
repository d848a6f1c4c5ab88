"use client";

import { useRef } from "react";
import { deskKeys, keyOf } from "@/components/moderation/keys";
import { KeysSwitch } from "@/components/moderation/keys-switch";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/messages";
import { reasons } from "@/lib/moderation/limits";

const Key = ({ children }: { children: string }) => <kbd className="key">{children.toUpperCase()}</kbd>;

function Hint({ keys, children }: { keys: readonly string[]; children: string }) {
  return (
    <span>
      {keys.map((key) => (
        <Key key={key}>{key}</Key>
      ))}{" "}
      {children}
    </span>
  );
}

const verbs = ["approve", "reject", "remove"] as const;
const others = ["next", "previous", "undo", "mark", "around", "unveil", "veil", "search", "help"] as const;

/** The most used keys along the foot, and all of them in a dialog. */
export function KeyHints() {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <section className="keys" aria-label={t("moderation.keys.title")}>
      <Hint keys={[deskKeys.next, deskKeys.previous]}>{t("moderation.keys.move")}</Hint>
      <Hint keys={["1", String(reasons.length)]}>{t("moderation.keys.reason")}</Hint>
      {verbs.map((verb) => (
        <Hint key={verb} keys={[keyOf[verb]]}>
          {t(`moderation.keys.${verb}`)}
        </Hint>
      ))}
      <Hint keys={[deskKeys.undo]}>{t("queue.keys.undo")}</Hint>
      <span className="switches">
        <button
          type="button"
          className="keys-switch"
          aria-haspopup="dialog"
          onClick={() => dialog.current?.showModal()}
        >
          <Key>{deskKeys.help}</Key> {t("queue.keys.help")}
        </button>
        <KeysSwitch />
      </span>
      <dialog ref={dialog} id="all-keys" className="all-keys" aria-labelledby="all-keys-title">
        <h2 id="all-keys-title">{t("moderation.keys.title")}</h2>
        <dl className="facts">
          {verbs.map((verb) => (
            <KeyRow key={verb} keys={[keyOf[verb]]} does={t(`moderation.keys.${verb}`)} />
          ))}
          <KeyRow keys={reasons.map((_, place) => String(place + 1))} does={t("queue.keys.reason")} />
          {others.map((name) => (
            <KeyRow key={name} keys={[deskKeys[name]]} does={t(`queue.keys.${name}`)} />
          ))}
        </dl>
        <form method="dialog">
          <Button>{t("queue.keys.close")}</Button>
        </form>
      </dialog>
    </section>
  );
}

function KeyRow({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <Key key={key}>{key}</Key>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  );
}
