/** Five tones of one ink on paper, lightest first; a drawing uses no others. */
export interface Palette {
  pale: string;
  sky: string;
  mist: string;
  mid: string;
  dark: string;
}

export const day: Palette = { pale: "#fbfbf9", sky: "#e9ece7", mist: "#cbd3cd", mid: "#8fa097", dark: "#2e3b35" };

/** The same order of tones after sunset, never a negative. */
export const dusk: Palette = { pale: "#9ca9a1", sky: "#39453f", mist: "#55645b", mid: "#7f9087", dark: "#0c120f" };
