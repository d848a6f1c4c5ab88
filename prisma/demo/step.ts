/** Something that somebody did, and when. */
export interface Step {
  at: Date;
  run: () => Promise<void>;
}
