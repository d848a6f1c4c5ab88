import type { Letter } from "@/prisma/demo/letters/letter";

/** Of bread, rent, wages and what is in the purse. */
export const households: readonly Letter[] = [
  [
    "greta",
    "Our co-operative raised the rent by the price index, and the repairs by nothing at all. That is also a policy.",
  ],
  [
    "priya",
    "I keep every receipt since January in a shoebox. If your economics desk wants the shoebox, it may have it.",
  ],
  ["beatriz", "A loaf at the corner costs what two did when I moved in. The baker has moved further out than I have."],
  ["hamish", "Inflation has come down, you say. My shopping has not heard."],
  ["tomasz", "A cook’s rule: when the onions go up, everything has gone up."],
  [
    "nikos",
    "Please never again print a percentage without saying of what. I have taught this for thirty years and am tired.",
  ],
  ["lucia", "My neighbour lets her spare room to a student for soup and company. In which column does that stand?"],
  ["ravi", "I was asked in an interview whether I was flexible. It turned out that they meant about being paid."],
  [
    "adaeze",
    "The water bill has a line called “other”. I asked. The answer came from another department called “other”.",
  ],
  ["janwillem", "We pay the library eleven crowns each a year. It is the only bill that I open with pleasure."],
  ["olena", "Two jobs, one contract, no sick leave. I write this at the bus stop, so forgive the brevity."],
  ["rafe", "In the harbour books a loss was written in red and a large loss in pencil."],
  ["aoife", "Coal comes to the island by the tonne, and neighbours by the bucket. It evens out by April."],
  ["gwilym", "You wrote “less people can afford”. Fewer people can. Both are true of copy editors."],
  ["fatou", "The scaffolding on our street has been rented for six years. It must own the house by now."],
  ["priya", "Thank you for the table of childcare costs. I had thought that it was only me."],
  ["greta", "To the landlord who wrote last week: a vacancy is also a choice."],
  [
    "beatriz",
    "Your recipe for a cheap supper needs an oven, a freezer and an afternoon. I have a ring, a shelf and an hour.",
  ],
  ["solveig", "In 1923 the town printed its own bread tokens. They are in our archive, and two of them were nibbled."],
  ["hamish", "Somebody should follow one ten-crown note for a week, and write down where it slept."],
  ["kenji", "I read that people save too little. I read it on the back of an envelope, on which I was counting."],
  ["ravi", "A colleague retired after 41 years. The card had 41 signatures, and I could read five."],
  [
    "nikos",
    "The median wage rose because the lowest paid were dismissed. That sentence should have been in the first paragraph.",
  ],
  ["lucia", "I like the small advertisements best. “Cot, hardly used” is a novel."],
  ["olena", "To the person who left a bag of coats at the shelter with a note in each pocket: they were read."],
  [
    "janwillem",
    "Cash is going, they say. At our market the scale still takes nothing else, and neither does the fishwife.",
  ],
  ["tomasz", "The canteen at the yard was closed to save money. Now forty men drive to eat. Count that."],
  ["adaeze", "A boiler that lasts thirty years looks dear in a budget of four."],
  ["yara", "My grandmother priced everything in eggs. It was the best index that I have known."],
  ["meiling", "You ask what we would do with an hour more a day. Sleep, please. Print that large."],
];
