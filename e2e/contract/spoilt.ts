import type { Row } from "./routes";

type Kind = NonNullable<Row["fields"]>[string];

const everywhere: [string, unknown][] = [
  ["null", null],
  ["an object", { nested: { deeply: [1] } }],
  ["a boolean", true],
];
const asText: [string, unknown][] = [
  ["a number", 42],
  ["a list", ["words"]],
  ["a NUL character", "before\0after"],
  ["half a character", "half \ud800 of it"],
  ["far too long", "x".repeat(60_000)],
];
const asNumber: [string, unknown][] = [
  ["a word", "one"],
  ["beyond all numbers", 1e300],
  ["a list", [1]],
];
const wrong: Record<Kind, [string, unknown][]> = {
  line: asText,
  text: asText,
  // The words of an article may be long.
  long: asText.filter(([what]) => what !== "far too long"),
  choice: [...asText, ["an unknown word", "no-such-choice"]],
  number: [...asNumber, ["a fraction", 0.5]],
  share: [...asNumber, ["more than all", 1.5]],
  list: [
    ["a word", "one"],
    ["a list of lists", [[[]]]],
    ["ten thousand", Array.from({ length: 10_000 }, () => "x")],
  ],
};

/** Bodies that are right but for one thing. `null` may mean “none” where the contract lets a field be emptied. */
export function* spoiltBodies({ body = {}, fields = {} }: Row): Generator<[what: string, body: unknown]> {
  yield ["an unknown field", { ...body, isAdmin: true }];
  yield [
    "a prototype",
    JSON.parse(
      JSON.stringify(body).replace(/}$/, `${Object.keys(body).length ? "," : ""}"__proto__":{"isAdmin":true}}`),
    ),
  ];
  yield ["a list instead of an object", [body]];
  yield ["a word instead of an object", "body"];
  for (const [field, kind] of Object.entries(fields)) {
    for (const [what, value] of [...everywhere, ...wrong[kind]]) {
      const empties = value === null || (kind === "list" && what === "an object" && field === "limits");
      if (!empties) yield [`${field} is ${what}`, { ...body, [field]: value }];
    }
  }
}
