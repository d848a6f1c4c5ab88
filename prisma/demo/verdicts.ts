import type { ReportReason } from "@/prisma/generated/enums";

/** What moderators wrote to those whose words they turned away. */
export const notes: Record<ReportReason, readonly string[]> = {
  spam: ["Advertising has a page of its own, and is paid for.", "This page sells nothing."],
  harassment: [
    "Argue with the letter, not with whoever wrote it.",
    "Say it again without the name for them.",
    "We do not print this about anybody.",
  ],
  hate: ["Nobody is less welcome here for where they come from."],
  violence: ["No threats, not in jest either."],
  misinformation: [
    "Name a source that others can read, and we look at it again.",
    "This is not so; the figures are linked above.",
  ],
  illegal: ["We publish neither addresses nor accusations of a crime."],
  off_topic: ["A good question, but not for this page.", "Please keep to what the page asks."],
  other: ["This seems to have gone astray."],
};

/** What readers said when they reported something; most say nothing. */
export const reported: Partial<Record<ReportReason, readonly string[]>> = {
  harassment: ["Uncalled for.", "", "", "He does this under every letter."],
  violence: ["I should not like to be that clerk.", ""],
  misinformation: ["Made up.", "", "There is no such study."],
  off_topic: ["", "", "Funny, but not here."],
  illegal: ["That is her home address!"],
};

/** What sounded worse than it was: reported, read, and kept. The first words of each. */
export const kept: readonly (readonly [begins: string, reason: ReportReason, note: string])[] = [
  ["Apostrophes, on public signs", "harassment", "He is mocking greengrocers."],
  ["Streetlights that are on by day", "misinformation", ""],
  ["Flats that have stood empty", "off_topic", ""],
  ["Minutes of silence in the Chamber", "other", "Is this a joke?"],
  ["Litres lost between the dam", "misinformation", "Where is this drawer?"],
  ["How often “temporary” was renewed", "off_topic", ""],
  ["The mainland votes on our pier", "hate", "An empire, really?"],
  ["“Unanimously, with two abstentions”", "harassment", ""],
];
