import { AppError } from "@/lib/errors";

/** `null` in place of a page whose cursor was damaged or belongs to another list; anything else that fails still fails. */
export async function unlessUnreadable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "unreadable") return null;
    throw error;
  }
}
