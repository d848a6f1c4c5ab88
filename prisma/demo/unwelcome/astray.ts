import type { Unwelcome } from "@/prisma/demo/letters/letter";

/** Off the subject, made up, or left by mistake. */
export const astray: readonly Unwelcome[] = [
  ["bertram", "off_topic", "Has anybody seen my cat? Grey, answers to Ambrose, last seen near the gasworks"],
  ["bertram", "off_topic", "Selling a piano, upright, one careful owner, some notes missing"],
  ["bertram", "off_topic", "What was the name of that film with the lighthouse? It is driving me mad"],
  ["bertram", "off_topic", "Ambrose the cat is back. Thank you to nobody in particular"],
  ["bertram", "off_topic", "Is the swimming pool open on Sunday?"],
  ["bertram", "off_topic", "Does anybody know a good plumber who also does pianos?"],
  ["petrichor", "off_topic", "first"],
  ["petrichor", "off_topic", "first again"],
  ["petrichor", "other", "test test is this on"],
  ["petrichor", "other", "asdf asdf asdf"],
  ["petrichor", "off_topic", "hello from the bus"],
  ["petrichor", "other", "sorry wrong window"],
  ["petrichor", "off_topic", "who else is here at 3 am"],
  ["ottoline", "misinformation", "The tram makes people ill, there is a study, they are hiding it"],
  ["ottoline", "misinformation", "They put something in the water of Corran on Wednesdays. Do not drink on Wednesdays"],
  ["ottoline", "misinformation", "The election was decided before by computers from abroad, wake up"],
  [
    "ottoline",
    "misinformation",
    "A doctor told me that the new streetlights stop bees, look it up, they are hiding it",
  ],
  ["ottoline", "misinformation", "The census is a list for the day when they come for us, wake up"],
  ["ottoline", "misinformation", "Bread has had no flour in it since 2019, look it up"],
  ["ottoline", "misinformation", "They are hiding the real timetable, wake up people"],
  ["wendell", "off_topic", "What about the football?"],
  ["wendell", "off_topic", "More football and less bread please"],
  ["wendell", "off_topic", "Referee was blind on Saturday, that should be counted"],
  ["wendell", "misinformation", "The ferry crew get forty crowns a minute, a man in the pub has seen the paper"],
];
