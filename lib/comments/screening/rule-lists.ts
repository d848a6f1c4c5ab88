import { hostName } from "@/lib/comments/screening/domains";
import type { Rules, Verb } from "@/lib/comments/screening/rules";
import { t } from "@/lib/messages";

/** A kind of rule that has a list under it, an entry a line. */
export interface ListKind {
  example: string;
  open(rules: Rules, verb: Verb, title: string): void;
  /** What is wrong with an entry, if anything. */
  add(rules: Rules, entry: string): string | null;
}

/** Words that almost every comment in some great language contains. */
const everywhere = new Set(
  "the and for are was that this with have not you but der die das und ist nicht les des est une dans que los las por una con não для что это как".split(
    " ",
  ),
);

const regular = /\.[*+]|\\[a-zA-Z]|\[[^\]]*-[^\]]*\]|\(\?|\)[+*?]|^\^/;

const notAHost = () => t("screening.fault.rule.domain");

export const listKinds: Record<string, ListKind> = {
  words: {
    example: 'words: hold "Advertising"',
    open: ({ wordLists }, verb, title) => wordLists.push({ verb, title }),
    add(rules, entry) {
      if (everywhere.has(entry.toLowerCase())) return t("screening.fault.rule.wordCommon");
      if (regular.test(entry)) return t("screening.fault.rule.regular");
      return rules.words.add(rules.wordLists.length - 1, entry);
    },
  },
  domains: {
    example: 'domains: refuse "Link farms"',
    open: ({ domainLists }, verb, title) => domainLists.push({ verb, title }),
    add({ domains, domainLists }, entry) {
      const host = hostName(entry.replace(/^\*?\.|^https?:\/\/|\/$/g, ""));
      if (host === null) return notAHost();
      const place = domainLists.length - 1;
      const known = domains.get(host);
      if (known) known.push(place);
      else domains.set(host, [place]);
      return null;
    },
  },
  addresses: {
    example: 'addresses: refuse "Addresses for ten minutes"',
    open: () => undefined,
    add({ addresses }, entry) {
      const host = hostName(entry.replace(/^@/, ""));
      if (host === null) return notAHost();
      addresses.add(host);
      return null;
    },
  },
};
