/** Maxima of an account, in code points unless told (docs/api.md, Maxima). */
export const nameMax = 80;
export const handleMax = 30;
export const bioMax = 2_000;
export const emailMax = 254;
export const passwordMin = 12;
export const passwordMax = 128;
/** People whom one may ignore. */
export const ignoredMax = 1_000;
/** In the order of what they may. */
export const roles = ["reader", "author", "editor", "moderator", "admin"] as const;
/** What staff may set; `closed` is its owner's own act, and for good. */
export const statuses = ["active", "suspended", "banned"] as const;
export const standings = [...statuses, "closed"] as const;
/** What becomes of the comments of an account that its owner closes. */
export const commentsAfterwards = ["keep", "without_name", "erase"] as const;
