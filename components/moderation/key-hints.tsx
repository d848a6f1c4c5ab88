import { keyOf, nextKey, previousKey } from "@/components/moderation/keys";
import { KeysSwitch } from "@/components/moderation/keys-switch";
import { t } from "@/lib/messages";
import { reasons } from "@/lib/moderation/limits";

function Hint({ keys, between = " ", children }: { keys: string[]; between?: string; children: string }) {
  return (
    <span>
      {keys.map((key, place) => (
        <span key={key}>
          {place > 0 && between}
          <kbd className="key">{key.toUpperCase()}</kbd>
        </span>
      ))}{" "}
      {children}
    </span>
  );
}

/** What the keys do, along the foot. */
export function KeyHints() {
  return (
    <section className="keys" aria-label={t("moderation.keys.title")}>
      <Hint keys={[nextKey, previousKey]}>{t("moderation.keys.move")}</Hint>
      <Hint keys={["1", String(reasons.length)]} between="–">
        {t("moderation.keys.reason")}
      </Hint>
      <Hint keys={[keyOf.approve]}>{t("moderation.keys.approve")}</Hint>
      <Hint keys={[keyOf.reject]}>{t("moderation.keys.reject")}</Hint>
      <Hint keys={[keyOf.remove]}>{t("moderation.keys.remove")}</Hint>
      <KeysSwitch />
    </section>
  );
}
