import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";

interface Declaration {
  language: string;
  lang: string;
  dir: string;
  articles: string[];
}

const names = ["eng", "deu_1996", "arb", "heb", "cmn_hans", "jpn"];
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray: (name) => name === "para" });

/** The Declaration of Human Rights in six languages side by side, and what each of them comes to in figures. */
export function declarations(folder: string) {
  const all = names.map((name) => read(join(folder, `udhr_${name}.xml`)));
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const sideBySide = Array.from({ length: 5 }, (_, place) =>
    row([String(place + 1), ...all.map((each) => inItsLanguage(each, each.articles[place] ?? ""))]),
  );
  const figures = all.map((each) => {
    const text = each.articles.join(" ");
    const characters = [...text].length;
    const bytes = Buffer.byteLength(text);
    return row([
      inItsLanguage(each, each.language),
      String(characters),
      String(bytes),
      (bytes / characters).toFixed(2),
    ]);
  });
  const body = [
    "The same thirty articles in six languages and four scripts.",
    "## Side by side",
    [row(["", ...all.map(({ language }) => language)]), row(["--:", ...all.map(() => "---")]), ...sideBySide].join(
      "\n",
    ),
    "## In figures",
    [row(["", "Characters", "Bytes", "Bytes a character"]), "| --- | --: | --: | --: |", ...figures].join("\n"),
    "Bytes are counted in UTF-8.",
  ].join("\n\n");
  return {
    lang: "en",
    title: "Thirty articles, six languages",
    standfirst: "The Declaration of 1948, side by side.",
    body,
  };
}

const inItsLanguage = ({ lang, dir }: Declaration, words: string) =>
  `<span lang="${lang}" dir="${dir}">${words}</span>`;

function read(path: string): Declaration {
  const { udhr } = parser.parse(readFileSync(path, "utf8"));
  const articles: { para?: string[] }[] = udhr.article;
  return {
    language: udhr.n,
    lang: udhr["xml:lang"],
    dir: udhr.dir,
    articles: articles.map(({ para = [] }) => para.join(" ").replaceAll("|", "")),
  };
}
