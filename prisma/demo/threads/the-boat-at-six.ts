import { DAY, type DemoComment, HOUR } from "@/prisma/demo/thread";

export const theBoatAtSix: readonly DemoComment[] = [
  {
    by: "rafe",
    at: 2 * HOUR,
    up: 14,
    chosen: [{ as: "pick", by: "hester", at: 5 * HOUR }],
    body: `I kept the books of a harbour for seventeen years, not this one. The figures are right as far as I can check them, but the first table counts the pilot launch twice: once in crew, where its men are shared with the *Petrel*, and once in “quay, offices, dues”.

Take it out and the harbour’s share is nearer 48 per cent than 50. Still a scandal, only a slightly smaller one.`,
    replies: [
      {
        by: "hester",
        at: 3 * HOUR + 10,
        up: 11,
        body: `You are right, and I am grateful. Schedule C lists the launch under both heads from 2018 onwards, and I added without looking. I have asked the trust which of them is real; the tables may move a little.`,
        replies: [
          {
            by: "tomasz",
            at: 4 * HOUR,
            up: 4,
            body: `> once in crew, where its men are shared

Is that double counting, though, if the launch really does need a crew at both ends of the day? The note to the 2019 accounts says “two watches”.`,
            replies: [
              {
                by: "rafe",
                at: 5 * HOUR,
                up: 5,
                body: `Two watches, one crew. The second watch is the first watch after its dinner. I have signed such notes myself, and I am not proud of it.`,
                replies: [
                  {
                    by: "tomasz",
                    at: 5 * HOUR + 20,
                    up: 5,
                    body: `Then I withdraw the question and would like to read your memoirs.`,
                    replies: [
                      {
                        by: "aoife",
                        at: 7 * HOUR,
                        up: 7,
                        body: `Chapter one: *Dinner*.`,
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            by: "janwillem",
            at: 3 * HOUR + 40,
            up: 3,
            body: `I don’t care for the subsidy, but I do care for sums, and it is good to see one checked in public.`,
          },
          {
            by: "hester",
            at: 2 * DAY,
            up: 9,
            body: `The trust has answered. The launch’s crew is the *Petrel*’s, and the second entry is an echo of the first. So the last column of the table should read **2.1** for the quay and not 2.3. All of the difference is on the town’s side, and a passenger still costs 132 crowns, divided. What the other 0.2 million was spent on, the trust cannot say, and is looking. A correction stands under the piece. Thank you again, Rafe Oduya.`,
          },
        ],
      },
    ],
  },
  {
    by: "aoife",
    at: 3 * HOUR,
    up: 13,
    body: `I was the girl asleep across three seats, give or take twenty years. What the mainland never understands is that we do not *use* the boat, we plan round it. My mother bought shoes by it. Nobody divides the cost of a motorway by the people who are on it at six on a Tuesday in January.`,
    replies: [
      {
        by: "hamish",
        at: 4 * HOUR + 30,
        up: 6,
        down: 2,
        body: `With respect, they do exactly that. It is called a traffic count, and roads are closed on the strength of it. The road to my father’s farm was. He was told that he could move.

I don’t say it was right. I say the islands are not being singled out.`,
        replies: [
          {
            by: "aoife",
            at: 6 * HOUR,
            up: 8,
            body: `That is fair, and I am sorry about the road. I suppose I should have said that nobody *ought* to.`,
            replies: [
              {
                by: "hamish",
                at: 6 * HOUR + 25,
                up: 7,
                body: `Agreed on “ought”. We could start a small party.`,
              },
            ],
          },
        ],
      },
      {
        by: "janwillem",
        at: 9 * HOUR,
        down: 4,
        body: `Typical island whining from people who have never paid for anything. If you were any use to anybody you would have left. Go and live in the sea then.`,
        fate: {
          kind: "removed",
          at: 15 * HOUR,
          reason: "harassment",
          note: "The case against the subsidy may be made, and is made elsewhere in this thread. This is made against a person.",
        },
        reports: [
          { by: "solveig", at: 10 * HOUR, reason: "harassment", note: "Aimed at the person he is answering." },
          { by: "fatou", at: 11 * HOUR, reason: "harassment" },
        ],
        replies: [
          {
            by: "gwilym",
            at: 12 * HOUR,
            up: 8,
            body: `I disagree with the subsidy as well, and would still rather that it had been said politely. The argument is the *opportunity*: 5.8 million is four district nurses for every island in the county, and no one has asked the islanders which they would have.`,
            replies: [
              {
                by: "solveig",
                at: 14 * HOUR,
                up: 5,
                body: `Somebody did, in Norrland. They took the boat. A nurse who cannot get off in an emergency resigns, so they would have had neither.`,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: "adaeze",
    at: DAY + 2 * HOUR,
    up: 10,
    chosen: [{ as: "pin", by: "hester", at: DAY + 20 * HOUR }],
    body: `A small engineering point about the two boats of fifty. Two hulls do not fail independently if they have the same engine, the same yard and the same mechanic. I would want to see:

- different makers for the main engines,
- one hull out of the water at a time, by contract,
- spares held **on Great Hask** and not in Tavemouth.

Without that you buy two of the same bad morning.`,
    replies: [
      {
        by: "hester",
        at: DAY + 5 * HOUR,
        up: 5,
        body: `My engineer, on being shown this, said a word that I can’t print and then “yes”. The spares had not occurred to either of us.`,
      },
      {
        by: "ravi",
        at: DAY + 6 * HOUR,
        up: 2,
        body: `Insurers price exactly that, by the way. A common maintenance crew takes away more than half of the benefit of a second unit. The reference everyone uses is [an old one](https://example.org/common-cause) but it has held up.`,
      },
    ],
  },
  {
    by: "nikos",
    at: 3 * DAY,
    up: 7,
    down: 1,
    body: `I come from a country with six thousand islands, of which two hundred are inhabited, and I have heard this debate in every one of the harbours. The article is good, but it lets the yard off too lightly. If the channel is worth so much to it, why is it for the county to “decide in the open what the rest is worth”? Send them the invoice. They will find that they can pay.`,
    replies: [
      {
        by: "greta",
        at: 3 * DAY + 3 * HOUR,
        up: 4,
        body: `Or they will find that there is a deeper river in the next county. Two hundred and sixty jobs is a weak hand to bluff with.`,
      },
    ],
  },
  {
    by: "gwilym",
    at: 6 * DAY,
    up: 3,
    body: `Has anybody else noticed that the chart of 1788 marks the shoal *Patience*, and that it is still there?`,
  },
  {
    by: "imogen",
    at: 9 * DAY,
    up: 10,
    chosen: [{ as: "pick", by: "margit", at: 9 * DAY + 4 * HOUR }],
    body: `I gave pages of this to my fifth form with the numbers blacked out, and asked them what a county would need to know before it voted. Not one of them asked for the cost of a passenger. Eleven of twenty-six asked what happens *when the boat breaks*.

One wanted to know who feeds the man with the torch.`,
    replies: [
      {
        by: "hester",
        at: 9 * DAY + 4 * HOUR,
        up: 8,
        body: `Please tell them that this is the nicest thing that has happened to page forty-one. (His sister does. I asked.)`,
      },
    ],
  },
  {
    by: "dagmar",
    at: 19 * DAY + 21 * HOUR,
    body: `I have only just found this. In the Wadden we have had tidal ferries on request for years, and the telephone line was busier than the boat: people rang in order to hear that they *could*. I can send the county’s report on it if it is of use.`,
    fate: { kind: "waiting" },
  },
];
