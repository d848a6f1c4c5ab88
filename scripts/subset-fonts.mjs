// Cuts the files of components/ui/fonts from the npm packages @fontsource-variable/*.
// Run by a person when a face changes: `npm install --no-save subset-font@2.9.0 && node scripts/subset-fonts.mjs`.
// The optical size is pinned (text 18, heads 44, italic 22) and the weight kept: 40 KB for the roman instead of 122.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const packages = new URL("../node_modules/@fontsource-variable/", import.meta.url);
const target = new URL("../components/ui/fonts/", import.meta.url);
const keepFeatures = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum", "rvrn"];

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join("");
const latin =
  range(0x20, 0x7e) +
  range(0xa0, 0xff) +
  range(0x2010, 0x2015) +
  range(0x2018, 0x201e) +
  "†‡•…‰′″‹›⁄€™↑↓−×÷≤≥ıŒœ\u202f\u2009\u00ad";

const text = { opsz: 18, wght: { min: 375, max: 650 } };
const italic = { opsz: 22, wght: { min: 375, max: 650 } };
const serif = "source-serif-4/files/source-serif-4";
const sans = "public-sans/files/public-sans";

const cuts = [
  ["serif", `${serif}-latin-opsz-normal`, text],
  ["serif-display", `${serif}-latin-opsz-normal`, { opsz: 44, wght: { min: 580, max: 650 } }],
  ["serif-italic", `${serif}-latin-opsz-italic`, italic],
  ["sans", `${sans}-latin-wght-normal`, { wght: { min: 400, max: 700 } }],
  ["sans-ext", `${sans}-latin-ext-wght-normal`, { wght: { min: 400, max: 700 } }],
  ["sans-vietnamese", `${sans}-vietnamese-wght-normal`, { wght: { min: 400, max: 700 } }],
  ...["latin-ext", "vietnamese", "greek", "cyrillic"].flatMap((script) => [
    [`serif-${script.replace("latin-", "")}`, `${serif}-${script}-opsz-normal`, text],
    [`serif-italic-${script.replace("latin-", "")}`, `${serif}-${script}-opsz-italic`, italic],
  ]),
];

mkdirSync(target, { recursive: true });
for (const [name, source, variationAxes] of cuts) {
  const whole = readFileSync(new URL(`${source}.woff2`, packages));
  const wanted = source.includes("-latin-") && !source.includes("-ext-") ? { text: latin } : { keepAllGlyphs: true };
  const { text: characters, ...rest } = wanted;
  const cut = await subsetFont(whole, characters, {
    targetFormat: "woff2",
    keepFeatures,
    noHinting: true,
    variationAxes,
    ...rest,
  });
  const file = new URL(`${name}.woff2`, target);
  writeFileSync(file, cut);
  console.log(`${fileURLToPath(file)}  ${Math.round(statSync(file).size / 1024)} KB`);
}
