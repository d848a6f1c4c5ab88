/** What a reader page needs to know of who is signed in. */
export interface Who {
  name: string;
  handle: string;
}

let asked: Promise<Who | null> | undefined;

/** Whether a readable cookie says that it is worth asking. */
export function seemsSignedIn(): boolean {
  return /(^|; )rejoinder-signed-in=/.test(document.cookie);
}

/** Who is signed in, asked once a page, and only where the cookie says that somebody is. */
export function who(): Promise<Who | null> {
  asked ??= seemsSignedIn() ? ask() : Promise.resolve(null);
  return asked;
}

async function ask(): Promise<Who | null> {
  try {
    const answer = await fetch("/api/v1/viewer");
    return answer.ok ? (await answer.json()).viewer : null;
  } catch {
    return null;
  }
}
