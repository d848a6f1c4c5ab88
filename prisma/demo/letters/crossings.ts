import type { Letter } from "@/prisma/demo/letters/letter";

/** Of boats, bridges, trams and those who wait for them. */
export const crossings: readonly Letter[] = [
  ["rafe", "Your timetable of the winter boats has the 6.40 leaving at 6.04. I stood there. It does not."],
  [
    "aoife",
    "On the island we set the kettle by the ferry’s horn. When it is late the whole of the west side has cold tea.",
  ],
  [
    "fatou",
    "The bridge at Sallow Lane carries a sign for 7.5 tonnes. The sign was made for the bridge before this one.",
  ],
  ["tomasz", "A ship’s galley rolls more in harbour than at sea, because in harbour people expect soup."],
  ["hamish", "I counted the passengers on the night bus for a month. Median two, and one of them was me."],
  ["adaeze", "Potholes are not a matter of tar. Ask where the water goes first, and then ask for tar."],
  [
    "janwillem",
    "In my town the cycle bridge was opened by a minister on foot. It has been shared ever since, not always gladly.",
  ],
  [
    "gwilym",
    "Page 3, second column: the line was closed in 1964, not 1946. My grandfather drove the last train and would have noticed.",
  ],
  [
    "olena",
    "My son asks why the tram waits for nobody when everybody waits for the tram. I have no answer, and he is nine.",
  ],
  [
    "nikos",
    "An average delay of four minutes means nothing. Print the worst tenth, which is where people lose their connections.",
  ],
  ["ravi", "The lift at the station has been “temporarily” out for 214 days. I keep the photographs, dated."],
  [
    "solveig",
    "The plans of 1911 for a second quay are in box 40. They are very beautiful, and nobody has ever asked for them.",
  ],
  ["beatriz", "Could we have one issue without a ferry in it? I say so with love, and from a valley."],
  ["greta", "Thank you for naming the clerk who signed the tender. In minutes it is always “it was decided”."],
  ["kenji", "At home the conductor bows to an empty carriage. I thought of it when I read your piece on the last run."],
  [
    "rafe",
    "To the gentleman who asked: yes, harbour dues are paid on the length of the hull, and yes, people shorten hulls.",
  ],
  ["aoife", "The new timetable is printed in a grey that cannot be read in rain. It is a timetable for a boat."],
  [
    "fatou",
    "I have surveyed forty bridges in this county. Three have a name that anybody uses. Those three are looked after.",
  ],
  ["tomasz", "You write that the crew “declined to comment”. The crew was asleep. We get six hours."],
  ["priya", "A season ticket costs me a ninth of my wages. I would read an article about that ninth."],
  ["hamish", "In defence of the roundabout: nobody has ever queued for it at four in the morning."],
  [
    "adaeze",
    "The flooded underpass is in the wrong place by eleven metres. The drain is in the right one. They never met.",
  ],
  [
    "lucia",
    "My mother crossed every day for thirty years with the same ticket inspector. They spoke once, about a hat.",
  ],
  [
    "janwillem",
    "Salt on the roads is counted in tonnes bought. I would like it counted in roads that were not salted.",
  ],
  ["ravi", "Whoever decided that the bus shelter faces the wall has never waited in the wind."],
  ["gwilym", "It is “Sallow Lane”, with two l’s, whatever the council’s sign says. I have written to them too."],
  ["nikos", "The survey of commuters asked those who were on the train. Those who had given up were at home."],
  ["olena", "Please thank whoever keeps the waiting room heated in March. It is noticed."],
  [
    "meiling",
    "I took the night tram for your author’s sake. The driver hummed between stops. It was the best hour of my week.",
  ],
  ["solveig", "Correction to my letter: box 41. Box 40 is the gasworks."],
];
