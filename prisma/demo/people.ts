import type { Role } from "@/prisma/generated/enums";

interface DemoPerson {
  name: string;
  role: Role;
  /** Before the @ of rejoinder.example. */
  mailbox: string;
  /** Where no Latin letter renders the name. */
  handle?: string;
  bio?: string;
  /** Days before the demonstration's now that they signed up. */
  joined: number;
}

const staff = {
  hester: {
    name: "Hester Quillane",
    role: "author",
    mailbox: "author",
    joined: 900,
    bio: "Writes about public money and the places that it settles in. She was a clerk in a county audit office for eleven years, has been wrong about boats in print, and lives in Tavemouth, within sight of a dredger.",
  },
  anselm: {
    name: "Anselm Adeyemi-Roth",
    role: "author",
    mailbox: "anselm",
    joined: 870,
    bio: "Has watched the Chamber from the public gallery for twenty years, mostly on Thursdays. He reviews books about numbers and is finishing one about silence.",
  },
  noor: {
    name: "Noor al-Haddad",
    role: "author",
    mailbox: "noor",
    joined: 640,
    bio: "Reports from markets, borders and river valleys, in English and, as نور الحدّاد, in Arabic. She trained as a hydrologist and still carries a tape measure.",
  },
  huiqing: {
    name: "Lin Huiqing 林慧清",
    role: "author",
    mailbox: "huiqing",
    handle: "lin-huiqing",
    joined: 410,
    bio: "Writes about work and about the cities that it builds, in Chinese and in English. She drove a night tram for six years, and edits her drafts at the hours that she learnt then.",
  },
  margit: {
    name: "Margit Osei-Lund",
    role: "editor",
    mailbox: "editor",
    joined: 1_000,
    bio: "Edits the magazine, and reads every answer before the second coffee.",
  },
  rosalind: {
    name: "Rosalind Achter",
    role: "moderator",
    mailbox: "moderator",
    joined: 760,
    bio: "Looks after the discussions. If she returned your comment, she meant the reason kindly.",
  },
  wren: { name: "Wren Castellan", role: "moderator", mailbox: "wren", joined: 320 },
  ewan: { name: "Ewan Thackray", role: "admin", mailbox: "admin", joined: 1_001 },
} as const satisfies Record<string, DemoPerson>;

const readers = {
  imogen: {
    name: "Imogen Sale",
    role: "reader",
    mailbox: "reader",
    joined: 240,
    bio: "Teaches geography in Corran. Reads the footnotes first.",
  },
  rafe: {
    name: "Rafe Oduya",
    role: "reader",
    mailbox: "rafe",
    joined: 300,
    bio: "Kept the books of a harbour for seventeen years. Retired, supposedly.",
  },
  greta: {
    name: "Greta Vinterhjelm",
    role: "reader",
    mailbox: "greta",
    joined: 410,
    bio: "Chaired a housing co-operative for nine years. Has read the minutes.",
  },
  tomasz: {
    name: "Tomasz Bielawny",
    role: "reader",
    mailbox: "tomasz",
    joined: 150,
    bio: "Ship’s cook, on and off.",
  },
  adaeze: {
    name: "Adaeze Nwankwere",
    role: "reader",
    mailbox: "adaeze",
    joined: 330,
    bio: "Civil engineer. Mostly drains.",
  },
  hamish: { name: "Hamish Culloch", role: "reader", mailbox: "hamish", joined: 500 },
  priya: { name: "Priya Ramanathan-Cole", role: "reader", mailbox: "priya", joined: 95 },
  kenji: {
    name: "森田健二",
    role: "reader",
    mailbox: "kenji",
    handle: "morita-kenji",
    joined: 120,
    bio: "横浜。路面電車が好きです。",
  },
  yara: { name: "يارا الخطيب", role: "reader", mailbox: "yara", handle: "yara-alkhatib", joined: 210 },
  omar: { name: "عمر الزيّات", role: "reader", mailbox: "omar", handle: "omar-alzayyat", joined: 180 },
  salma: { name: "سلمى بن ناصر", role: "reader", mailbox: "salma", handle: "salma-ben-nasser", joined: 88 },
  idris: {
    name: "إدريس الورّاق",
    role: "reader",
    mailbox: "idris",
    handle: "idris-alwarraq",
    joined: 61,
    bio: "مهندسُ ريٍّ متقاعد.",
  },
  meiling: { name: "陈美玲", role: "reader", mailbox: "meiling", handle: "chen-meiling", joined: 140 },
  haoran: { name: "周浩然", role: "reader", mailbox: "haoran", handle: "zhou-haoran", joined: 77 },
  wenbo: { name: "吴文博", role: "reader", mailbox: "wenbo", handle: "wu-wenbo", joined: 52 },
  xiaoyu: { name: "许小雨", role: "reader", mailbox: "xiaoyu", handle: "xu-xiaoyu", joined: 3 },
  lucia: {
    name: "Lucía Barrenechea",
    role: "reader",
    mailbox: "lucia",
    joined: 260,
    bio: "Leo despacio. I read slowly, and then again.",
  },
  beatriz: { name: "Beatriz Amaro", role: "reader", mailbox: "beatriz", joined: 199 },
  nikos: {
    name: "Nikos Stathakis",
    role: "reader",
    mailbox: "nikos",
    joined: 345,
    bio: "Statistician, late of three ministries on as many islands.",
  },
  olena: { name: "Олена Гнатюк", role: "reader", mailbox: "olena", handle: "olena-hnatiuk", joined: 170 },
  aoife: {
    name: "Aoife Ní Bhraonáin",
    role: "reader",
    mailbox: "aoife",
    joined: 290,
    bio: "Island-born, mainland-employed.",
  },
  gwilym: {
    name: "Gwilym Pryce",
    role: "reader",
    mailbox: "gwilym",
    joined: 610,
    bio: "Corrections a speciality.",
  },
  fatou: {
    name: "Fatou Diédhiou",
    role: "reader",
    mailbox: "fatou",
    joined: 230,
    bio: "Surveyor of other people’s bridges.",
  },
  ravi: { name: "Ravi Subbaraman", role: "reader", mailbox: "ravi", joined: 315 },
  ines: { name: "Inês Cordeiro", role: "reader", mailbox: "ines", joined: 44 },
  janwillem: { name: "Jan-Willem Oosterhof", role: "reader", mailbox: "janwillem", joined: 480 },
  solveig: {
    name: "Solveig Bråten",
    role: "reader",
    mailbox: "solveig",
    joined: 275,
    bio: "Archivist. I go and look.",
  },
  ngoc: { name: "Nguyễn Minh Ngọc", role: "reader", mailbox: "ngoc", joined: 9 },
  tui: { name: "Tui Parata", role: "reader", mailbox: "tui", joined: 4 },
  dagmar: { name: "Dagmar Holzapfel", role: "reader", mailbox: "dagmar", joined: 2 },
} as const satisfies Record<string, DemoPerson>;

export const people = { ...staff, ...readers };

export type PersonKey = keyof typeof people;

/** The person behind a key, without the narrowness of its literal. */
export function person(key: PersonKey): DemoPerson {
  return people[key];
}

export const personKeys = Object.keys(people).filter((key): key is PersonKey => key in people);

/** The people who read and answer, in the order of the list above. */
export const readerKeys = personKeys.filter((key) => people[key].role === "reader");
