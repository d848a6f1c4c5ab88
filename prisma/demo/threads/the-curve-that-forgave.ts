import { DAY, type DemoComment, HOUR } from "@/prisma/demo/thread";

export const theCurveThatForgave: readonly DemoComment[] = [
  {
    by: "nikos",
    at: 3 * HOUR,
    up: 7,
    body: `I have made forecasts for a living, and can confirm the remark about the fan. One is asked to widen it until nobody can be blamed, and then to narrow it until somebody will pay.`,
    replies: [
      {
        by: "anselm",
        at: 5 * HOUR,
        up: 5,
        body: `Was there a usual width at which those two met?`,
        replies: [{ by: "nikos", at: 6 * HOUR, up: 8, body: `“Plus or minus a career.”` }],
      },
    ],
  },
  {
    by: "imogen",
    at: 8 * HOUR,
    up: 5,
    body: `The harbour master’s memorandum is not on p. 388 in my copy but on p. 386, note 41. It is worth looking up in full. He gives the *temperature of the water* for eleven springs, and ends: “I do not expect to be thanked.”`,
    replies: [
      {
        by: "anselm",
        at: 9 * HOUR,
        up: 4,
        body: `Page 386 it is; I was quoting from the proofs. And thank you for that last sentence. I wish that I had had it a week ago.`,
      },
    ],
  },
  {
    by: "beatriz",
    at: DAY,
    up: 4,
    down: 1,
    body: `A harsh review of a kind book. Surely forgiving people is also a way of getting them to *show* you their failures? Nobody would have opened the archive of the Housing Model to a prosecutor.`,
    replies: [
      {
        by: "greta",
        at: DAY + 2 * HOUR,
        up: 5,
        body: `That is the best defence of Strand that I have read, Strand’s included. I am still on the side of the herring.`,
      },
    ],
  },
];
