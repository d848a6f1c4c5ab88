import { describe, expect, it } from "vitest";
import { calibrate, probability } from "@/lib/comments/screening/learned/calibration";
import {
  atLeast,
  calibrationError,
  heldFrom,
  precisionArea,
  recallAt,
  rocArea,
} from "@/lib/comments/screening/learned/measures";

const trial = (score: number, bad: boolean) => ({ score, bad });
const order = [trial(0.9, true), trial(0.8, true), trial(0.7, false), trial(0.6, true), trial(0.1, false)];

describe("measures", () => {
  it("count pairs in the right order for the ROC area, equals for half", () => {
    expect(rocArea(order)).toBeCloseTo(5 / 6, 12);
    expect(rocArea([trial(0.5, true), trial(0.5, false)])).toBe(0.5);
  });

  it("take precision at each that should be held", () => {
    expect(precisionArea(order)).toBeCloseTo((1 + 1 + 3 / 4) / 3, 12);
  });

  it("stop before more of the good are held than is allowed", () => {
    expect(recallAt(order, 0)).toBeCloseTo(2 / 3, 12);
    expect(recallAt(order, 0.5)).toBe(1);
    expect(recallAt([trial(0.5, true), trial(0.5, false)], 0.01)).toBe(0);
  });

  it("are content with scores that come true", () => {
    const honest = Array.from({ length: 1_000 }, (_, at) => trial(0.25, at % 4 === 0));
    expect(calibrationError(honest)).toBeCloseTo(0, 12);
    expect(calibrationError(honest.map(({ bad }) => trial(0.95, bad)))).toBeCloseTo(0.7, 12);
  });

  it("tell what holding would have meant", () => {
    expect(heldFrom(order, 0.7)).toEqual({ held: 3, right: 2, precision: 2 / 3, recall: 2 / 3 });
  });

  it("promise less of few than of many", () => {
    expect(atLeast(10, 10)).toBeLessThan(atLeast(100, 100));
    expect(atLeast(95, 100)).toBeCloseTo(0.9, 1);
    expect(atLeast(0, 0)).toBe(0);
  });
});

describe("calibration", () => {
  it("finds the slope and offset that the labels follow", () => {
    const margins = Array.from({ length: 4_000 }, (_, at) => (at % 41) / 10 - 2);
    const bad = margins.map(
      (margin, at) => ((at * 7919) % 1_000) / 1_000 < probability(margin, { slope: 2, offset: -1 }),
    );
    const { slope, offset } = calibrate(margins, bad);
    expect(slope).toBeCloseTo(2, 0);
    expect(offset).toBeCloseTo(-1, 0);
  });

  it("never turns the order around", () => {
    expect(calibrate([1, 2, 3, -1], [false, false, false, true]).slope).toBe(0);
  });
});
