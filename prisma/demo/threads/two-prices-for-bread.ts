import { DAY, type DemoComment, HOUR } from "@/prisma/demo/thread";

export const twoPricesForBread: readonly DemoComment[] = [
  {
    by: "yara",
    at: HOUR,
    up: 11,
    chosen: [{ as: "pick", by: "margit", at: 7 * HOUR }],
    body: `My mother shops at both ends. Nobody there uses the word “currency”. They say *the blue money* for what is in the book. When I told her what the professor called it, she asked whether he had eaten.`,
    replies: [
      {
        by: "noor",
        at: 2 * HOUR,
        up: 6,
        body: `Please tell her that he had, and rather well, and at the stranger’s price.`,
      },
    ],
  },
  {
    by: "ravi",
    at: 3 * HOUR,
    up: 8,
    body: `I would resist “a state” as the fourth price. There have been others. Mutual societies in the last century began just like the blue book and became open to whoever paid in for a season: *and had done before* turned into *and has done since*. What they needed was not a state but an entrance fee.`,
    replies: [
      {
        by: "salma",
        at: 4 * HOUR,
        up: 5,
        body: `With what would the southern families pay it?`,
        replies: [
          {
            by: "ravi",
            at: 5 * HOUR,
            up: 4,
            body: `Time, usually. One carried, or minded the stalls. I admit that it can turn into something ugly, and often did.`,
            replies: [
              {
                by: "salma",
                at: 6 * HOUR,
                up: 7,
                body: `The boy in the football shirt was back on Saturday. I can report that he is carrying crates. So it may be you who are right, and it may be that it is ugly. He had a loaf.`,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: "janwillem",
    at: 7 * HOUR,
    up: 4,
    down: 3,
    body: `Sentimental. Selling at four what is worth eight is a transfer from the stallholders’ children to the stallholders’ friends. Call it by its name.`,
    replies: [
      {
        by: "olena",
        at: 8 * HOUR,
        up: 7,
        body: `In 2014 I lived on such a list for five months. I have since paid for four other people to be on one. I do call it by its name. I do not know what yours is.`,
        replies: [
          {
            by: "janwillem",
            at: 10 * HOUR,
            up: 8,
            body: `That is a good answer, and I have none to it. I was thinking of the ones who cannot get onto the list; but the article gets there too, and does it better.`,
          },
        ],
      },
    ],
  },
  {
    by: "hamish",
    at: 20 * HOUR,
    body: `People like the ones who came up from the south bring it on themselves. They should be put back over the bridge, every one.`,
    down: 5,
    fate: {
      kind: "removed",
      at: DAY + 6 * HOUR,
      reason: "hate",
      note: "About a people and not an argument. Hamish's record is otherwise good; a note has been sent to him.",
    },
    reports: [
      { by: "yara", at: 21 * HOUR, reason: "hate", note: "He means families with children." },
      { by: "greta", at: 22 * HOUR, reason: "hate" },
      { by: "beatriz", at: 23 * HOUR, reason: "hate", note: "Unlike him, but still." },
    ],
    replies: [
      {
        by: "greta",
        at: 22 * HOUR + 10,
        up: 8,
        body: `You told us in another thread that your father was told he could move. I would think about that again, if I were you.`,
        replies: [
          {
            by: "hamish",
            at: 2 * DAY,
            up: 10,
            body: `I have. I am sorry for it, and glad that it was taken down.`,
          },
        ],
      },
    ],
  },
  {
    by: "gwilym",
    at: 2 * DAY + 4 * HOUR,
    body: `A correction, if I may: the treaty is of 1952 and not 1951.`,
    fate: { kind: "withdrawn", at: 2 * DAY + 7 * HOUR },
    replies: [
      {
        by: "noor",
        at: 2 * DAY + 6 * HOUR,
        up: 4,
        body: `Signed in December 1951, in force from 1952. You were thinking of the stamp.`,
      },
    ],
  },
  {
    by: "lucia",
    at: 3 * DAY,
    up: 5,
    body: `“It was received very well.” I laughed aloud in a dentist’s waiting room.`,
    reports: [
      { by: "ngoc", at: 3 * DAY + HOUR, reason: "other", note: "Reported by mistake, sorry. I meant to vote." },
    ],
  },
  {
    by: "xiaoyu",
    at: 4 * DAY + 20 * HOUR,
    body: `Could somebody explain why the young man in the good coat did not simply ask two neighbours to buy for him? I am studying economics and this is not in the problem set.`,
    fate: { kind: "waiting" },
  },
];
