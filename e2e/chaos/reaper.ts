import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "./chance";
import type { Mortal } from "./publication";

/** Answers between two kills: at least, and how many more it may be; milliseconds after the last of them in which the kill comes. */
const [fewest, more, latest] = [6, 9, 25];

/** Kills a publication at moments that chance decides, while people are at work, and has it back. */
export class Reaper {
  killed = 0;
  private answered = 0;
  private next = fewest;
  private back: Promise<void> = Promise.resolve();

  /** `whileDead` is done each time before it is back. */
  constructor(
    private readonly publication: Mortal,
    private readonly chance: Chance,
    private readonly whileDead: () => Promise<void>,
  ) {}

  /** To be called with each answer: after a few of them, while others are at work, comes a kill. */
  onAnswer(): void {
    if (++this.answered === this.next) this.back = this.killAndRevive();
  }

  /** When the publication is back that has been killed, or is about to be. */
  alive(): Promise<void> {
    return this.back;
  }

  private async killAndRevive(): Promise<void> {
    await pause(this.chance.below(latest));
    await this.publication.kill();
    this.killed++;
    await this.whileDead();
    await this.publication.revive();
    this.next = this.answered + fewest + this.chance.below(more);
  }
}
