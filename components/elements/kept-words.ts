/** Words on their way, on this device until they have been answered. A browser that keeps nothing is no hindrance. */
export function keptWords(name: string) {
  const key = `rejoinder:${name}`;
  const unlessForbidden = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    read: () => unlessForbidden(() => localStorage.getItem(key)) ?? "",
    keep: (words: string) =>
      unlessForbidden(() => (words ? localStorage.setItem(key, words) : localStorage.removeItem(key))),
  };
}
