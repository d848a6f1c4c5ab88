import { DAY, type DemoComment, HOUR } from "@/prisma/demo/thread";

export const elevenVotes: readonly DemoComment[] = [
  {
    by: "priya",
    at: 50,
    up: 15,
    body: `I write software of this kind. Not this one, but I could have. When we “personalised” the target, the injury figures fell and everyone was delighted, and it did not occur to any of us that there had been *favours*. There was no field for them.

I have been thinking about that sentence, “it was simply not in the data”, since breakfast.`,
    replies: [
      {
        by: "beatriz",
        at: 2 * HOUR,
        up: 5,
        body: `Would it have changed anything if there had been one?`,
        replies: [
          {
            by: "priya",
            at: 3 * HOUR,
            up: 6,
            body: `Honestly? It would have become a number with a target. “Favours per shift: 2.1, below site average.”`,
            replies: [
              {
                by: "huiqing",
                at: 5 * HOUR,
                up: 9,
                body: `This is what the branch is afraid of, too. One of the pickers said to me that the worst outcome would be for the screen to have a button marked *Help a colleague*.`,
                replies: [
                  {
                    by: "ravi",
                    at: 6 * HOUR,
                    up: 3,
                    down: 1,
                    body: `But then what is head two of the claim? “A person may take another’s aisle by agreement, and the screen shall follow.” To follow, it has to know.`,
                    replies: [
                      {
                        by: "huiqing",
                        at: 8 * HOUR,
                        up: 5,
                        body: `It has to know *who is in the aisle*. It need not know why. They argued about this for an evening: the draft said “shall record”, and somebody crossed it out and wrote “follow”.`,
                        replies: [
                          {
                            by: "priya",
                            at: 9 * HOUR,
                            up: 7,
                            body: `That is a better specification than any I was given in eleven years.`,
                            replies: [
                              {
                                by: "ravi",
                                at: 10 * HOUR,
                                up: 4,
                                body: `I take it back. One word, and it does the whole of the work. I hope that whoever crossed it out is at the table.`,
                              },
                            ],
                          },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: "nikos",
    at: 4 * HOUR,
    up: 5,
    down: 4,
    body: `A beautiful piece about nothing. They are paid four crowns more than the biscuit works, they are hurt less than before, and nobody has been dismissed. If kindness is part of the wage, it is the only part on which one pays no tax.`,
    replies: [
      {
        by: "fatou",
        at: 5 * HOUR,
        up: 10,
        body: `I did nights for three years in a place like this. You have described the job as it looks on paper, correctly, and people left it for the biscuits. When a thing that is better by every figure is worse to be in, I would look at the figures.`,
        replies: [
          {
            by: "nikos",
            at: 7 * HOUR,
            up: 5,
            body: `I will give you that people leaving is a figure, and that I left it out. A third a year is a great many.`,
          },
          {
            by: "dagmar",
            at: 8 * DAY + 12 * HOUR,
            body: `What did you do after, if I may ask? I am at the same place now and cannot decide.`,
            fate: { kind: "waiting" },
          },
        ],
      },
      {
        by: "tomasz",
        at: 9 * HOUR,
        down: 2,
        body: `Says a man who has plainly never carried anything heavier than his own opinion. Parasite.`,
        fate: {
          kind: "removed",
          at: 21 * HOUR,
          reason: "harassment",
          note: "Witty, and then not. The last word is the reason. Tomasz has been told that the first sentence alone would have stood.",
        },
        reports: [{ by: "janwillem", at: 12 * HOUR, reason: "harassment", note: "Name-calling." }],
        replies: [
          {
            by: "nikos",
            at: 11 * HOUR,
            up: 8,
            body: `I carried roof tiles for six summers, as it happens. My opinions are a good deal lighter. No offence taken.`,
            replies: [
              {
                by: "tomasz",
                at: 22 * HOUR,
                up: 10,
                body: `That was out of order, and I apologise for it. I had read your comment at the end of a shift. The argument about tax is still wrong, but it is only an argument.`,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: "olena",
    at: 10 * HOUR,
    up: 7,
    body: `У нас на складі було так само. In our warehouse it was the same, except that we had a foreman who *was* the favours: he moved people, and never wrote it down. When the system came he was the first whom it made unnecessary. I would be curious whether Netherby had such people, and where they are.`,
    replies: [
      {
        by: "huiqing",
        at: 13 * HOUR,
        up: 5,
        body: `It had four, called “walkers”. Two are supervisors now, one drives a van, and one is Sunniva Rask.`,
      },
    ],
  },
  {
    by: "solveig",
    at: DAY + 3 * HOUR,
    up: 8,
    chosen: [
      { as: "pick", by: "margit", at: DAY + 9 * HOUR },
      { as: "pin", by: "huiqing", at: 2 * DAY },
    ],
    body: `On the twenty votes. I went through the register, and one should be careful with “eight to nothing”:

1. two of the eight are firms that closed within the year, for other reasons;
2. one has a contract that was never *filed*, since the union’s secretary had retired;
3. that leaves five.

Five of eighteen is still bad. But it is not two in five.`,
    replies: [
      {
        by: "huiqing",
        at: DAY + 6 * HOUR,
        up: 6,
        body: `Thank you. I had the ministry’s summary and not the register. You are right about the closures, and I have written to ask about the third. I will put a note under the piece.`,
      },
    ],
  },
  {
    by: "gwilym",
    at: 2 * DAY,
    up: 13,
    body: `I should like it to be recorded that I support the fifth head of the claim without reservation.`,
    replies: [
      {
        by: "ines",
        at: 2 * DAY + 2 * HOUR,
        up: 5,
        body: `The management has noted your position and will come back with a biscuit.`,
      },
    ],
  },
  {
    by: "kenji",
    at: 3 * DAY,
    up: 5,
    body: `In Japan we have a word for what you describe, お互い様 (*otagai-sama*): roughly, “it is the same for both of us, some day”. It is said when one is thanked for a favour, in order to refuse the thanks. One can’t say it to a screen.`,
  },
  {
    by: "janwillem",
    at: 5 * DAY,
    up: 2,
    down: 2,
    body: `Unions had their uses once. This one will have the place closed inside two years, and the pension funds will build the next shed over the border. Ask anybody at Corran cement.`,
    reports: [
      {
        by: "ines",
        at: 8 * DAY + 8 * HOUR,
        reason: "off_topic",
        note: "Third time he has brought up the cement works.",
      },
    ],
    replies: [
      {
        by: "rafe",
        at: 5 * DAY + 4 * HOUR,
        up: 7,
        body: `I was there. The cement works had no union. It closed because the limestone was finished.`,
      },
    ],
  },
];
