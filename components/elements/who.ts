/** What a reader page needs to know of who is signed in. */
export interface Who {
  name: string;
  handle: string;
  unreadCount: number;
}

let asked: Promise<Who | null> | undefined;

/** Whether a readable cookie says that it is worth asking. */
export function seemsSignedIn(): boolean {
  return /(^|; )rejoinder-signed-in=/.test(document.cookie);
}

/** Who is signed in, asked once a page, and only where the cookie says that somebody is. */
export function who(): Promise<Who | null> {
  asked ??= seemsSignedIn() ? askWho().then(remembered) : Promise.resolve(null);
  return asked;
}

/** Where no answer came, it is asked again next time. */
function remembered(known: Who | null | undefined): Who | null {
  if (known === undefined) asked = undefined;
  return known ?? null;
}

/** Milliseconds after which nobody waits for that answer any more. */
const patience = 8_000;

/** Who is signed in at this moment; undefined if no answer came. */
export async function askWho(): Promise<Who | null | undefined> {
  try {
    const answer = await fetch("/api/v1/viewer", { signal: AbortSignal.timeout(patience) });
    return answer.ok ? (await answer.json()).viewer : undefined;
  } catch {
    return undefined;
  }
}
