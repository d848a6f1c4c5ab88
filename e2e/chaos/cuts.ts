import type { BrowserContext, Page } from "@playwright/test";
import type { Chance } from "./chance";
import type { Mortal } from "./publication";

export const steps = ["typing", "submitting", "the answer on its way", "typing on meanwhile", "undoing"] as const;
export type Step = (typeof steps)[number];

export type Cut = "the network" | "the tab, closed" | "the tab, crashed" | "the server";
/** A server takes seconds to come back: it dies in one run of ten. */
const cuts: readonly Cut[] = [
  ...Array.from({ length: 9 }, (): Cut[] => ["the network", "the tab, closed", "the tab, crashed"]).flat(),
  ...(["the server", "the server", "the server"] as const),
];

export interface Plan {
  step: Step;
  cut: Cut;
  words: string;
  /** How many of them stand when the step is typing. */
  typed: number;
  /** Milliseconds between the press of a button and the cut. */
  after: number;
  /** Whether the next visit is a new one, where the tab lived on. */
  reload: boolean;
  /** Whether the tab of the next visit crashes as soon as the words are back. */
  again: boolean;
}

export function planOf(seed: number, chance: Chance): Plan {
  const words = `Run ${seed}: ${chance.pick(["bread", "water", "a ferry", "the *second* price", "> a quote\n\nand"])} ${chance.below(1e9)}.`;
  return {
    ...{ step: chance.pick(steps), cut: chance.pick(cuts), words, typed: 1 + chance.below(words.length - 1) },
    ...{ after: chance.pick([0, 0, 1, 3, 8, 20, 60]), reload: chance.below(2) === 0 },
    again: chance.below(3) === 0,
  };
}

const writing = /\/api\/v1\/(articles\/[^/]+\/comments|comments\/[^/]+\/delete)$/;

/** The server gets what is sent, and `cut` comes before its answer does; `before` that, somebody may still do something. */
export async function cutAnswer(page: Page, cut: () => Promise<void>, before = async () => {}): Promise<void> {
  await page.route(
    writing,
    async (route) => {
      await route.fetch().catch(() => undefined);
      await before();
      await cut();
      await route.abort().catch(() => undefined);
    },
    { times: 1 },
  );
}

/** Makes the cut. The page may be gone afterwards. */
export async function make(cut: Cut, page: Page, context: BrowserContext, publication: Mortal): Promise<void> {
  if (cut === "the network") await context.setOffline(true);
  if (cut === "the server") await publication.kill();
  if (cut === "the tab, closed") await page.close();
  if (cut === "the tab, crashed") {
    const crashed = page.waitForEvent("crash");
    const session = await context.newCDPSession(page);
    void session.send("Page.crash").catch(() => undefined);
    await crashed;
    await page.close();
  }
}

/** The line and the server are back. */
export async function heal(cut: Cut, context: BrowserContext, publication: Mortal): Promise<void> {
  if (cut === "the network") await context.setOffline(false);
  if (cut === "the server") await publication.revive();
}
