import type { PersonKey } from "@/prisma/demo/people";
import { DAY, type DemoComment, HOUR } from "@/prisma/demo/thread";
import { elevenVotes } from "@/prisma/demo/threads/eleven-votes";
import { quorumByTelephone } from "@/prisma/demo/threads/quorum-by-telephone";
import { theBoatAtSix } from "@/prisma/demo/threads/the-boat-at-six";
import { theCurveThatForgave } from "@/prisma/demo/threads/the-curve-that-forgave";
import { theMarketThatMustMove } from "@/prisma/demo/threads/the-market-that-must-move";
import { theTramAndTheWater } from "@/prisma/demo/threads/the-tram-and-the-water";
import { twoPricesForBread } from "@/prisma/demo/threads/two-prices-for-bread";
import { whoOwnsSummerWater } from "@/prisma/demo/threads/who-owns-summer-water";
import type { CommentPolicy } from "@/prisma/generated/enums";

/** An article of the demonstration; its words are in `articles/{slug}.md`, where `demo:{drawing}` stands for a drawing's address. */
export interface DemoPiece {
  slug: string;
  title: string;
  standfirst: string;
  section: "Politics" | "Economy" | "Labour" | "Cities" | "Abroad" | "Books";
  tags: readonly string[];
  lang: "en" | "ar" | "zh";
  author: PersonKey;
  /** Minutes before the demonstration's now. */
  age: number;
  picture: { drawing: string; alt: string; caption: string; credit: string };
  policy: CommentPolicy;
  /** The thread was closed this many minutes after publication, once it had been had. */
  closedAt?: number;
  /** A paragraph that its author put under it later; `at` in minutes after publication. */
  correction?: { at: number; words: string };
  thread: readonly DemoComment[];
}

export const pieces: readonly DemoPiece[] = [
  {
    slug: "the-boat-at-six",
    title: "The boat at six",
    standfirst:
      "A county pays nine million crowns a year for a ferry. Half of it buys something else, and nobody has ever been asked.",
    section: "Economy",
    tags: ["Public money", "Islands", "Transport"],
    lang: "en",
    author: "hester",
    age: 20 * DAY + 3 * HOUR,
    picture: {
      drawing: "ferry",
      alt: "A small ferry with lit windows lies between two cranes in a flat harbour, low hills behind it",
      caption: "The Petrel at Tavemouth quay in January. She is certified for 140.",
      credit: "Drawing: R. Imari",
    },
    policy: "first_held",
    correction: {
      at: 2 * DAY - 20,
      words:
        "*Corrected after publication. The accounts list the pilot launch twice: “quay, offices, dues” should read 2.1 in 2025 where we had 2.3. The trust cannot yet say what the other 200,000 crowns were spent on. With thanks to Rafe Oduya, who saw it.*",
    },
    thread: theBoatAtSix,
  },
  {
    slug: "quorum-by-telephone",
    title: "Quorum by telephone",
    standfirst: "The Chamber’s audit committee has not met since September. In that time it has issued eleven reports.",
    section: "Politics",
    tags: ["The Chamber", "Public money", "Procedure"],
    lang: "en",
    author: "anselm",
    age: 16 * DAY + 2 * HOUR,
    picture: {
      drawing: "committee-room",
      alt: "A long table with fifteen folders and fifteen empty chairs, a clock and a portrait on the wall behind it",
      caption: "Room 6 on a Thursday morning. The clock is four minutes fast.",
      credit: "Drawing: R. Imari",
    },
    policy: "all_held",
    thread: quorumByTelephone,
  },
  {
    slug: "the-tram-and-the-water",
    title: "The tram and the water under it",
    standfirst: "Every estimate leaves out the pipes. A short history of being astonished, and of who pays for it.",
    section: "Cities",
    tags: ["Transport", "Public money", "Streets"],
    lang: "en",
    author: "hester",
    age: 13 * DAY + HOUR,
    picture: {
      drawing: "tram-street",
      alt: "A tram passes a row of tall gabled houses; in front of it the street is open and fenced off, with pipes in the trench",
      caption: "Mercer Street, Carrowfield, in the eleventh month.",
      credit: "Drawing: R. Imari",
    },
    policy: "first_held",
    thread: theTramAndTheWater,
  },
  {
    slug: "who-owns-summer-water",
    title: "مَن يملك ماءَ الصيف؟",
    standfirst: "باعت عائلاتٌ في وادي السَّروة أسهمَها في القناة بثمنٍ عادل. ودفع الثمنَ مَن لم يكن طرفًا في البيع.",
    section: "Abroad",
    tags: ["Water", "Markets", "العربية"],
    lang: "ar",
    author: "noor",
    age: 11 * DAY + 4 * HOUR,
    picture: {
      drawing: "water-valley",
      alt: "وادٍ بين تلّين، تشقُّه قناةٌ تنتهي إلى حوضٍ تطفو فيه قِدر، وعلى جانبيه أشجارٌ ونخيل",
      caption: "الحوضُ والقِدر في أعلى وادي السروة، قبل الغروب بساعة.",
      credit: "رسم: ر. إيماري",
    },
    policy: "open",
    thread: whoOwnsSummerWater,
  },
  {
    slug: "eleven-votes",
    title: "Eleven votes at Netherby Cross",
    standfirst:
      "The night shift has a union. What it wants costs almost nothing, which is why nobody knows how to grant it.",
    section: "Labour",
    tags: ["Work", "Unions", "Machines"],
    lang: "en",
    author: "huiqing",
    age: 9 * DAY,
    picture: {
      drawing: "warehouse-night",
      alt: "A very long, low, brightly lit shed under a dark hill at night, a moon over it and small figures before its doors",
      caption: "The shed at Netherby Cross, four in the morning.",
      credit: "Drawing: R. Imari",
    },
    policy: "first_held",
    correction: {
      at: DAY + 5 * HOUR,
      words:
        "*Corrected after publication. Of the eight votes that led to no contract, two were at firms that closed for other reasons. With thanks to Solveig Bråten.*",
    },
    thread: elevenVotes,
  },
  {
    slug: "the-curve-that-forgave",
    title: "The curve that forgave everyone",
    standfirst:
      "A handsome history of forecasting is kinder to its heroes than it is to the people who were standing in the way.",
    section: "Books",
    tags: ["Review", "Numbers"],
    lang: "en",
    author: "anselm",
    age: 8 * DAY + 5 * HOUR,
    picture: {
      drawing: "graph-over-books",
      alt: "A row of books on a shelf, over whose backs a line climbs like a graph; at a small open circle it turns into dots",
      caption: "The solid line, the dotted line and, below them, what happened.",
      credit: "Drawing: R. Imari",
    },
    policy: "first_held",
    closedAt: 3 * DAY,
    thread: theCurveThatForgave,
  },
  {
    slug: "two-prices-for-bread",
    title: "Two prices for bread",
    standfirst: "On the bridge at Brod Sella a loaf has cost four tals since October. Everywhere else it is nine.",
    section: "Abroad",
    tags: ["Markets", "Money", "Borders"],
    lang: "en",
    author: "noor",
    age: 5 * DAY + 2 * HOUR,
    picture: {
      drawing: "border-market",
      alt: "Market stalls with striped awnings along a stone bridge of three arches; a line down its middle parts it in two",
      caption: "The market at Brod Sella. The border runs under the cheese.",
      credit: "Drawing: R. Imari",
    },
    policy: "first_held",
    thread: twoPricesForBread,
  },
  {
    slug: "the-market-that-must-move",
    title: "菜市场为什么要搬",
    standfirst: "临渠旧城的市场每天只开半天，于是被判定为“低效”。可是那张表格里，没有早上七点钟这一栏。",
    section: "Cities",
    tags: ["Markets", "Streets", "中文"],
    lang: "zh",
    author: "huiqing",
    age: 3 * DAY + HOUR,
    picture: {
      drawing: "canal-market",
      alt: "清晨的河埠头：一排瓦顶棚子沿河而立，石阶下停着两只装菜的小船",
      caption: "临渠旧城，早上五点。第一批船已经到了。",
      credit: "绘图：R. Imari",
    },
    policy: "first_held",
    thread: theMarketThatMustMove,
  },
  {
    slug: "a-budget-read-aloud",
    title: "A budget, read aloud",
    standfirst:
      "A deputy asked whether the words of standing order 12 meant what they said. It took four hours to find out.",
    section: "Politics",
    tags: ["The Chamber", "Public money", "Procedure"],
    lang: "en",
    author: "anselm",
    age: 3 * HOUR,
    picture: {
      drawing: "reading-chamber",
      alt: "A clerk stands at a desk reading from a very long paper that runs down the steps of a chamber full of seated people",
      caption: "The clerk reads. It took four hours and ten minutes, and three glasses of water.",
      credit: "Drawing: R. Imari",
    },
    policy: "first_held",
    thread: [],
  },
];
