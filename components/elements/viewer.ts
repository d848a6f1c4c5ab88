import { read } from "@/components/elements/api";
import { isNumber, isText, orNull, shapeOf } from "@/components/elements/shapes";

/** What a reader page needs to know of who is signed in. */
export interface Viewer {
  name: string;
  handle: string;
  unreadCount: number;
}

let asked: Promise<Viewer | null> | undefined;

/** Whether a readable cookie says that it is worth asking. */
export function seemsSignedIn(): boolean {
  return /(^|; )rejoinder-signed-in=/.test(document.cookie);
}

/** Who is signed in, asked once a page, and only where the cookie says that somebody is. */
export function currentViewer(): Promise<Viewer | null> {
  asked ??= seemsSignedIn() ? askViewer().then(remembered) : Promise.resolve(null);
  return asked;
}

/** Where no answer came, it is asked again next time. */
function remembered(known: Viewer | null | undefined): Viewer | null {
  if (known === undefined) asked = undefined;
  return known ?? null;
}

/** Milliseconds after which nobody waits for that answer any more. */
const patience = 8_000;

const isAnswer = shapeOf<{ viewer: Viewer | null }>({
  viewer: orNull(shapeOf<Viewer>({ name: isText, handle: isText, unreadCount: isNumber })),
});

/** Who is signed in at this moment; undefined if no answer came. */
export async function askViewer(): Promise<Viewer | null | undefined> {
  return (await read("/api/v1/viewer", isAnswer, patience))?.viewer;
}
