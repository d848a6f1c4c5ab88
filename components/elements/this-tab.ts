import { newKey } from "@/components/elements/api";

const key = "rejoinder:tab";
const lockOf = (tab: string) => `rejoinder tab ${tab}`;

let tab: string | undefined;
let held: Promise<void> | undefined;
let isSure = false;

/** Whether the tab's name is held already, and so nobody else's. */
export const holdsTab = () => isSure;

/** The name of this tab, the same after a reload. */
export function thisTab(): string {
  if (tab) return tab;
  try {
    tab = sessionStorage.getItem(key) ?? newKey();
  } catch {
    tab = newKey();
  }
  return rename(tab);
}

function rename(name: string): string {
  try {
    sessionStorage.setItem(key, name);
  } catch {
    // Then the tab is a new one after a reload, and finds its words as those of an earlier visit.
  }
  tab = name;
  return name;
}

/** Milliseconds in which the page before this one, in the same tab, lets go of the name. */
const handover = 250;

/**
 * Holds this tab's name as long as the page lives, so that others know what is still being written. A tab that was duplicated bears the
 * name of its twin, and takes another here. Asked for when somebody begins to write: a page that holds a lock cannot be gone back to at once.
 */
export function holdTab(): Promise<void> {
  held ??= new Promise((done) => {
    const resolve = () => {
      isSure = true;
      done();
    };
    if (!navigator.locks) return resolve();
    const hold = (): Promise<unknown> =>
      navigator.locks.request(lockOf(thisTab()), { signal: AbortSignal.timeout(handover) }, () => {
        resolve();
        return new Promise(() => {});
      });
    hold().catch(() => {
      rename(newKey());
      hold().catch(() => resolve());
    });
  });
  return held;
}

/** The tabs in which somebody writes at this moment; null where the browser cannot tell. */
export async function tabsWriting(): Promise<Set<string> | null> {
  const all = await navigator.locks?.query().catch(() => null);
  return all ? new Set(all.held?.map(({ name }) => name?.slice(lockOf("").length) ?? "")) : null;
}
