import { DAY, type DemoComment, HOUR } from "@/prisma/demo/thread";

export const quorumByTelephone: readonly DemoComment[] = [
  {
    by: "greta",
    at: HOUR,
    up: 11,
    body: `A quorum is not a formality. It is the only moment at which somebody *has* to be in the room. I took minutes for a town council for nine years, and the paper that passed without a meeting was always the one that came back.`,
    replies: [
      {
        by: "anselm",
        at: 2 * HOUR,
        up: 4,
        body: `“The one that came back” is better than anything in the piece. May I steal it?`,
        replies: [
          {
            by: "greta",
            at: 2 * HOUR + 15,
            up: 6,
            body: `If I do not hear from you by Monday noon I shall take it that you have.`,
          },
        ],
      },
    ],
  },
  {
    by: "ravi",
    at: 4 * HOUR,
    up: 5,
    down: 2,
    body: `I sat on a company’s audit committee and would like to defend the e-mail. A written round gets you *all fifteen* reading the draft at their own pace, instead of eight pretending to. Half of the good questions I ever asked occurred to me on a train.`,
    replies: [
      {
        by: "olena",
        at: 5 * HOUR,
        up: 7,
        body: `But you did ask them. Here there was one question in a hundred and sixty-five chances. Either nobody was on a train, or it is not the reading that is missing.`,
        replies: [
          {
            by: "ravi",
            at: 7 * HOUR,
            up: 4,
            body: `Yes. And on a board the auditor can resign, which concentrates the mind. I concede: a written round needs somebody who can refuse to sign.`,
          },
        ],
      },
      {
        by: "beatriz",
        at: 8 * HOUR,
        up: 5,
        body: `Our parish tried a middle way: comments in writing, *circulated to all the others*, and a meeting only if any two wanted one. It worked, and the meetings got shorter. What killed it was “reply all”.`,
        replies: [
          {
            by: "ines",
            at: 9 * HOUR,
            up: 4,
            body: `It killed our residents’ association as well. Cause of death: a recipe.`,
          },
        ],
      },
    ],
  },
  {
    by: "hamish",
    at: 11 * HOUR,
    up: 2,
    down: 3,
    body: `Who benefits? Nobody ever asks. The ministries like a committee that does not meet, and the ministries draw up the list of committees. I don’t believe in accidents that last nineteen years.`,
    reports: [
      {
        by: "tomasz",
        at: 13 * HOUR,
        reason: "misinformation",
        note: "The list of committees is drawn up by the Chamber itself, see order 70.",
      },
    ],
    fate: {
      kind: "dismissed",
      at: 20 * HOUR,
      note: "Mistaken on a point of procedure, and answered below. Being wrong is not against the rules.",
    },
    replies: [
      {
        by: "tomasz",
        at: 13 * HOUR + 20,
        up: 5,
        body: `The Chamber draws up the list itself, under order 70. I looked it up because I half believed you. The reform of 2022 came from the deputies: each of the small parties wanted a chair.`,
        replies: [
          {
            by: "hamish",
            at: 16 * HOUR,
            up: 7,
            body: `Then I stand corrected, and it is worse. They did it to themselves.`,
          },
        ],
      },
    ],
  },
  {
    by: "lucia",
    at: DAY + 6 * HOUR,
    up: 8,
    body: `The proposal for the cover is a good one, and I would add one line to it: **the names of those who did not reply.** Not to shame them. I should like to know which five committees they were at.`,
    replies: [
      {
        by: "anselm",
        at: DAY + 9 * HOUR,
        up: 3,
        body: `I asked for precisely that. The clerk has it, and may not give it: replies are “private communications to the chair”. So silence is confidential too.`,
        replies: [
          {
            by: "fatou",
            at: 2 * DAY,
            up: 5,
            body: `Somebody should put in a request for the *empty* e-mails. I would pay to read the refusal.`,
          },
        ],
      },
    ],
  },
  {
    by: "priya",
    at: 4 * DAY,
    up: 4,
    body: `Does anyone know who the man in the portrait is? The Chamber’s catalogue has an “Unknown treasurer, c. 1871” with the right dimensions.`,
    replies: [
      {
        by: "gwilym",
        at: 4 * DAY + 5 * HOUR,
        up: 7,
        body: `There was only one who resigned: Josiah Pell, in 1869, over a bridge. He asked for the vouchers, was told that they would follow, and went home. I can’t prove that it is him. The expression is right.`,
      },
    ],
  },
  {
    by: "ngoc",
    at: 15 * DAY + 18 * HOUR,
    body: `I work for a committee in another parliament and must be careful how I put it, but: we have the same rule, from an epidemic and not a flood, and nobody has yet proposed to end it. Is there a text of the amendment that you suggest? I know two members who might put their names to it.`,
    fate: { kind: "waiting" },
  },
];
