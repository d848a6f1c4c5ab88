import type { Letter } from "@/prisma/demo/letters/letter";

/** Of books, winters, gardens and of this magazine itself. */
export const thisMagazine: readonly Letter[] = [
  ["gwilym", "You have now spelt “accommodate” in three ways in one volume. I enclose the fourth."],
  ["lucia", "The drawing of the warehouse has hung over my desk since autumn. Who is the small person at the window?"],
  [
    "solveig",
    "I go and look, as you ask of your authors. The plaque is still there. It has been painted over, gently.",
  ],
  ["hamish", "More letters, shorter letters. This is mine."],
  [
    "beatriz",
    "I gave my daughter a subscription. She says that she reads it. The pages are no longer stuck together, so I believe her.",
  ],
  ["kenji", "Your piece on silence was two thousand words long. I enjoyed every one, and the joke."],
  ["greta", "Please print the date on which a letter was written, and not only that on which you chose it."],
  ["olena", "I learn English from your corrections. They are kinder than those of my teacher."],
  ["nikos", "The chart on page 12 begins at 80. Charts are like people: I like to see their feet."],
  ["rafe", "To the reader who asked how one keeps honest books: in ink, and with the door open."],
  ["priya", "I disagreed with all of last month’s leader and could not put it down. Do not do that before bedtime."],
  ["tomasz", "A good review tells me what I would be doing on page fifty. Yours did."],
  ["adaeze", "First snowdrops on the embankment on 4 February. The drain is clear. Somebody cares for both."],
  ["ravi", "Could the crossword setter be asked whether he is well?"],
  ["janwillem", "I have a shelf of you since the first number. It bends in the middle, around the election."],
  ["fatou", "Thank you for admitting the mistake about the weir before I could write about it."],
  [
    "aoife",
    "The mail boat brings you on Thursdays, read by the skipper. He leaves notes in the margin. He is for the tram.",
  ],
  ["yara", "It is good to read Arabic in a magazine from here, set as if somebody had looked at it."],
  ["omar", "A small request: larger figures in the tables. My eyes are as old as the irrigation works."],
  ["meiling", "I read the Chinese piece to my father over the telephone. He asked you to write more about noodles."],
  ["lucia", "Nobody writes about waiting as you do. I was in a queue when I read it, and missed my turn."],
  ["hamish", "I was wrong in my letter about the roundabout. There was a queue. It was a wedding."],
  ["greta", "An index at the end of the year, please. I make my own, and it has grown a personality."],
  ["gwilym", "Not a correction: page 8 was perfect. I read it twice to be sure."],
  ["beatriz", "The obituary of the lamplighter made our whole table quiet. He had lit our street."],
  [
    "solveig",
    "I looked for the author’s source and found it, where she said, on the shelf that she named. It should not be rare.",
  ],
  [
    "nikos",
    "Your reader survey had a margin of error of 1.2 per cent and one question about horoscopes. I was its 1.2 per cent.",
  ],
  ["ravi", "The blackbird in the yard has learned the sound of the reversing van. Is there a desk for that?"],
  ["olena", "Spring: the market has radishes, and the man with the radio is back. I thought that you should know."],
  ["kenji", "I do not always agree with the letters. But I read them first."],
];
