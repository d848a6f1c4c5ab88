import { describe, expect, it } from "vitest";
import { cached } from "@/lib/cached";

interface Asked {
  resolve(answer: string): void;
  reject(why: Error): void;
}

/** A reading whose answers come when the test gives them. */
function reading(name: string) {
  const asked: Asked[] = [];
  const answers = cached(name, () => new Promise<string>((resolve, reject) => asked.push({ resolve, reject })));
  return { answers, asked };
}

describe("what a process keeps of what it read", () => {
  it("is read once, however many ask at once and afterwards", async () => {
    const { answers, asked } = reading("once");
    expect(answers.atHand()).toBeUndefined();
    const waiting = Promise.all([answers.now(), answers.now()]);
    asked[0]?.resolve("known");
    expect(await waiting).toEqual(["known", "known"]);
    expect(await answers.now()).toBe("known");
    expect(answers.atHand()).toEqual({ value: "known" });
    expect(asked).toHaveLength(1);
  });

  it("is one for every copy of the code that asks by its name", async () => {
    const { answers, asked } = reading("shared");
    const waiting = answers.now();
    asked[0]?.resolve("known");
    await waiting;
    expect(reading("shared").answers.atHand()).toEqual({ value: "known" });
  });

  it("is read again if it changed while it was read, and what was read before does not come back", async () => {
    const { answers, asked } = reading("overtaken");
    const before = answers.now();
    answers.forget();
    const afterwards = answers.now();
    asked[1]?.resolve("new");
    expect(await afterwards).toBe("new");
    asked[0]?.resolve("old");
    expect(await before).toBe("old");
    expect(await answers.now()).toBe("new");
  });

  it("is not kept if it changed while it was read and nobody asked since", async () => {
    const { answers, asked } = reading("forgotten");
    const before = answers.now();
    answers.forget();
    asked[0]?.resolve("old");
    await before;
    expect(answers.atHand()).toBeUndefined();
  });

  it("is read again after a reading that failed", async () => {
    const { answers, asked } = reading("failing");
    const failing = answers.now();
    asked[0]?.reject(new Error("away"));
    await expect(failing).rejects.toThrow("away");
    const again = answers.now();
    asked[1]?.resolve("back");
    expect(await again).toBe("back");
  });
});
