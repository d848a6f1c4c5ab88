import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";
import { tooFast } from "@/lib/rate-limit";
import { streamsAnAddress, streamsAtMost } from "@/server/live/limits";

/** Seconds after which it is worth asking again. */
const again = 30;

/** The refusal of one stream too many. */
export function noPlace(): AppError {
  return new AppError("unavailable", t("requests.fault.streams"), { retryAfter: again });
}

/** Who has how many streams open: in all, and by address. */
export class Admission {
  private readonly byAddress = new Map<string, number>();
  private taken = 0;

  constructor(private readonly most = { inAll: streamsAtMost, anAddress: streamsAnAddress }) {}

  get count(): number {
    return this.taken;
  }

  /** Throws `unavailable` or `rate_limited` where there is no place left. */
  require(address: string): void {
    if (this.taken >= this.most.inAll) throw noPlace();
    if ((this.byAddress.get(address) ?? 0) >= this.most.anAddress) throw tooFast(again);
  }

  take(address: string): void {
    this.taken++;
    this.byAddress.set(address, (this.byAddress.get(address) ?? 0) + 1);
  }

  leave(address: string): void {
    this.taken--;
    const left = (this.byAddress.get(address) ?? 1) - 1;
    if (left > 0) this.byAddress.set(address, left);
    else this.byAddress.delete(address);
  }
}
