import type { PasserBy } from "@/prisma/demo/passers-by";

/** With what some passers-by began, and what was let through: so that the rest appeared at once. */
export const greetings: Partial<Record<PasserBy, string>> = {
  thunder: "Count the holes in the road outside my door. Five, since October.",
  sideburn: "Count the letters that begin with “Sir”. I used to write one a week.",
  pike: "Count fish. There used to be fish at the quay.",
  marl: "How many of the offices in the town hall have a light on after six.",
  bertram: "Lamp posts with a notice about a lost animal on them.",
  petrichor: "Nights on which the last bus is full.",
  wendell: "People who stand at the match in the rain. It is more than vote.",
  ottoline: "Cups of tea that go cold in waiting rooms. I have had three this week.",
};
