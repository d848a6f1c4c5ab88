import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { invalid } from "@/lib/errors";
import { t } from "@/lib/messages";
import { leastBits, mostBits } from "@/lib/moderation/people/limits";
import { bitsOf, holds, isReachable, rangeOf, spelt } from "@/lib/network";

/**
 * A domain of mail in its one spelling, from what somebody typed: `@Mail.Example`, `*.mail.example`. Throws `invalid` for what is none, and for one of a
 * single label: that would be a country.
 */
export function mailDomain(typed: string): string {
  const domain = domainToASCII(typed.replace(/^(.*@|\*\.|\.)/, "").replace(/\.$/, ""));
  const labels = domain.split(".");
  const isWord = (label: string) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label);
  if (
    /\s/.test(typed.trim()) ||
    domain.length > 253 ||
    labels.length < 2 ||
    !labels.every(isWord) ||
    isIP(domain) !== 0
  )
    throw invalid("value", t("bars.fault.domain"));
  return domain;
}

/**
 * A range of addresses in its one spelling. Throws `invalid` for what is none, for one that is a part of the world or less than limits tell apart, for
 * this machine's own, and for one that holds `own`, the address of whoever asks: they would lock themselves out with their readers.
 */
export function network(typed: string, own: string | null): string {
  const range = rangeOf(typed);
  if (!range) throw invalid("value", t("bars.fault.network"));
  const { bits, isV4 } = bitsOf(range);
  const [least, most] = isV4 ? [leastBits.v4, mostBits.v4] : [leastBits.v6, mostBits.v6];
  if (bits < least) throw invalid("value", t("bars.fault.wide", { least }));
  if (bits > most) throw invalid("value", t("bars.fault.narrow", { most }));
  if (!isReachable(range)) throw invalid("value", t("bars.fault.unreachable"));
  if (own && holds(range, own)) throw invalid("value", t("bars.fault.own"));
  return spelt(range);
}
