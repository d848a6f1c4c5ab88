/** A transparency report covers no longer time. */
export const mostYears = 5;
/** Days outside these are a slip of the pen. */
/** Reports kept in a process while the log stays as it is. */
export const keptReports = 50;
/** Over how many days charts may look back, in the order of their links. */
export const spans = [7, 30, 90] as const;
export type Span = (typeof spans)[number];
