import type { Letter } from "@/prisma/demo/letters/letter";

/** Of councils, votes, minutes and figures. */
export const chamber: readonly Letter[] = [
  ["greta", "I have read the minutes of the planning committee since 2014. The word “noted” appears 3,118 times."],
  ["nikos", "A turnout of 38 per cent is described as “a clear message”. It is: from the other 62."],
  [
    "solveig",
    "The council’s archive now deletes e-mail after ninety days. I am an archivist, and I should like to sit down.",
  ],
  ["gwilym", "“Unanimously, with two abstentions” is not a thing that can happen."],
  ["hamish", "Our member answers every letter. Always the same answer, but every letter."],
  ["ravi", "The consultation ran over the summer, in one room, upstairs, on Tuesdays. Nobody objected."],
  [
    "fatou",
    "I spoke for three minutes about the culvert. The chair thanked me for my passion. I had brought a drawing.",
  ],
  ["janwillem", "In praise of the clerk who reads the amendments aloud, slowly, as if they might be true."],
  ["adaeze", "If the budget were printed in the order in which the money is spent, people would read it."],
  ["rafe", "An audit is not an accusation. I say this as somebody who has been on both sides of the table."],
  ["lucia", "I went to the public gallery with my class. A boy asked whether the asleep ones were also elected."],
  ["beatriz", "Why are by-elections always on the day on which the market is?"],
  ["aoife", "The mainland votes on our pier. We vote on nothing of theirs. It is a quiet sort of empire."],
  ["olena", "As somebody who could not vote for ten years: please go, even when it rains, even when it is dull."],
  ["tomasz", "Twelve speakers for the motion, eleven against, and not one who had been on the boat."],
  ["priya", "The form for reporting a broken form is broken. I have told them by post."],
  ["greta", "A correction to my letter of last week: 3,121. There was an extraordinary meeting."],
  ["nikos", "Polls should print the question. With this question I would have said yes as well."],
  ["gwilym", "Your caption names the deputy mayor as the mayor. The deputy mayor will not complain."],
  ["solveig", "The first complaint about noise from the Chamber is dated 1788. It was noted."],
  ["hamish", "May I suggest a column that asks, one year on, what became of it? You could call it that."],
  ["ravi", "Every party now promises “delivery”. My parcels would like a word."],
  ["yara", "I translate at the town hall. The hardest word is “shall”."],
  [
    "fatou",
    "They named the new committee before the old one had reported. Nobody told the old one, of which I am a member.",
  ],
  ["janwillem", "A referendum on parking drew more voters than the last election. I draw no conclusion; I walk."],
  ["omar", "Where I come from the minutes were written first, and then the meeting was held. It saved time."],
  ["adaeze", "Please explain “ring-fenced” to me. I build fences, and none of mine has so many gates."],
  ["beatriz", "Our youngest councillor asked one short question, and the room had to look it up. More of those."],
  ["lucia", "I read slowly. Thank you for the long report. I am on page nine, and on her side."],
  ["rafe", "The accounts were “approved subject to”. I have looked for the rest of that sentence for two years."],
];
