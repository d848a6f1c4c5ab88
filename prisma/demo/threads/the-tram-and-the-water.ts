import { DAY, type DemoComment, HOUR } from "@/prisma/demo/thread";

export const theTramAndTheWater: readonly DemoComment[] = [
  {
    by: "adaeze",
    at: 40,
    up: 14,
    chosen: [{ as: "pick", by: "margit", at: 6 * HOUR }],
    body: `Drains engineer here. Everything in this is true, and it is worse. The nine bodies do not merely have nine maps; they have nine *datums*. On a job last year, two utilities were in perfect agreement about a valve to within a centimetre, and forty metres apart.`,
    replies: [
      {
        by: "hester",
        at: 2 * HOUR,
        up: 5,
        body: `I was told by one of them that its zero is “the step of the old office”. The old office is a bakery. The step has been replaced.`,
        replies: [
          {
            by: "adaeze",
            at: 2 * HOUR + 30,
            up: 8,
            body: `I know that step. I have *surveyed from* that step.`,
          },
        ],
      },
    ],
  },
  {
    by: "kenji",
    at: 5 * HOUR,
    up: 7,
    body: `In Yokohama the record of each opened street must be handed to the city before the contractor is paid the last tenth. It was introduced after a gas explosion. Nobody needed to be made honest; they only wanted their money.`,
    replies: [
      {
        by: "lucia",
        at: 8 * HOUR,
        up: 4,
        body: `Is it open to everyone? In our city there is such a record, and every other contractor must buy it back from the first.`,
        replies: [
          {
            by: "kenji",
            at: 19 * HOUR,
            up: 4,
            body: `To public works, yes. To others on request, with a reason. There was a fear about security, which I find fair: one does not print the gas.`,
            replies: [
              {
                by: "janwillem",
                at: 22 * HOUR,
                up: 3,
                body: `A rare case in which I agree with everybody above. Retention of a tenth, deposit of the record, access with a reason. Could be drafted on a postcard.`,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: "greta",
    at: 9 * HOUR,
    up: 6,
    down: 2,
    body: `I am less forgiving of Mr Banks and his small coffee. “Do you want a tram?” is what everyone says who has decided on your behalf. I might have wanted the tram *and* the number. I might have voted for 500.`,
    replies: [
      {
        by: "beatriz",
        at: 10 * HOUR,
        up: 5,
        body: `You might. But it was never you. It was one official in a ministry with a column for cost and no column for you.`,
        replies: [
          {
            by: "greta",
            at: 12 * HOUR,
            up: 4,
            body: `Then that is the piece that I would like to read next.`,
          },
        ],
      },
      {
        by: "hamish",
        at: 13 * HOUR,
        up: 2,
        body: `I lived in Holm Abbey. We had the map on the wall of the library. People used to come and look at it in the way that others look at trains.`,
      },
    ],
  },
  {
    by: "tui",
    at: 12 * DAY + 20 * HOUR,
    body: `Kia ora from the other side of the world, where the same thing was done with a harbour tunnel. We did get the survey money in the end, because the *insurers* refused to cover the job without it. That might be a shorter road than Parliament.`,
    fate: { kind: "waiting" },
  },
  {
    by: "ines",
    at: 2 * DAY,
    body: `BEST PRICES for drain survey and pipe camera, all areas, fast quote!! Write to me for a discount for readers of this magazine https://example.org/pipes https://example.org/pipes2`,
    fate: {
      kind: "removed",
      at: 2 * DAY + 5 * HOUR,
      reason: "spam",
      note: "An advertisement. The account says that it was used by somebody else; the password has been changed.",
    },
    reports: [
      { by: "nikos", at: 2 * DAY + HOUR, reason: "spam" },
      { by: "adaeze", at: 2 * DAY + 2 * HOUR, reason: "spam", note: "And they are not even good cameras." },
    ],
    replies: [
      {
        by: "nikos",
        at: 2 * DAY + HOUR + 5,
        up: 9,
        body: `At last, somebody who is willing to look.`,
      },
    ],
  },
  {
    by: "fatou",
    at: 4 * DAY,
    up: 5,
    body: `Wrong about one thing, I think: 2 million “in order to save a hundred of somebody else’s”. A survey does not save the hundred. The elm main would still have been there. It tells you *earlier*, and so lets you say no, or go by another street. That is worth a lot, but it is not the hundred.`,
    replies: [
      {
        by: "hester",
        at: 4 * DAY + 3 * HOUR,
        up: 7,
        body: `That is quite right, and I put it badly. What one buys is the choice. I seem to have written four thousand words on ferries to that effect, and then forgotten it between one piece and the next.`,
      },
    ],
  },
  {
    by: "ngoc",
    at: 7 * DAY,
    up: 2,
    body: `Who *does* own the elm?`,
    replies: [
      {
        by: "gwilym",
        at: 7 * DAY + 6 * HOUR,
        up: 6,
        body: `The Worshipful Company of Mercers, probably, which was dissolved in 1840 and left everything to a school, which was pulled down for the tram.`,
      },
    ],
  },
];
