/** Maxima of an account, in code points unless told (API.md, Maxima). */
export const nameMax = 80;
export const handleMax = 30;
export const bioMax = 2_000;
export const emailMax = 254;
export const passwordMin = 12;
export const passwordMax = 128;
/** Bytes of an uploaded portrait, with room for the rest of its form. */
export const portraitFormBytes = 15 * 1024 * 1024 + 64 * 1024;
/** Pixels of a stored portrait, each side. */
export const portraitSide = 384;
/** Pixels that an uploaded picture may have. */
export const portraitPixels = 50_000_000;
