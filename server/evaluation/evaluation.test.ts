import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rocArea } from "@/lib/comments/screening/learned/measures";
import { scoreOf } from "@/lib/comments/screening/learned/model";
import { train } from "@/lib/comments/screening/learned/training";
import { asTyped, fromRows, readCorpus } from "@/server/evaluation/corpus";
import { rowsOf } from "@/server/evaluation/csv";
import { families, fiveParts } from "@/server/evaluation/divisions";
import { plain } from "@/server/evaluation/plain";

describe("reading a corpus", () => {
  it("takes quoted fields with separators, quotes and line ends in them", () => {
    expect(rowsOf('\ufeffa,b\r\n"1,""x""\ny",\n\n"torn', ",")).toEqual([["a", "b"], ['1,"x"\ny', ""], ["torn"]]);
  });

  it("finds the text and the label by their names, or by what stands there", () => {
    expect(
      fromRows(
        [
          ["id", "Text", "Label"],
          ["7", "hello", "ham"],
          ["8", "buy", "spam"],
          ["9", "?", "unsure"],
        ],
        "f",
      ),
    ).toEqual([
      { raw: "hello", text: "hello", bad: false, source: "f" },
      { raw: "buy", text: "buy", bad: true, source: "f" },
    ]);
    expect(
      fromRows(
        [
          ["schön", "OTHER"],
          ["dumm", "OFFENSE"],
        ],
        "f",
      ).map(({ bad }) => bad),
    ).toEqual([false, true]);
    expect(fromRows([["cheap pills"], ["casino"]], "list")).toEqual([]);
  });

  it("takes back the HTML that YouTube made of what was typed", () => {
    expect(asTyped('<a href="http://y.example/?t=2m">2:19</a> best<br />part &lt;3 &amp;amp;')).toBe(
      "2:19 best\npart <3 &amp;",
    );
  });
});

describe("dividing a corpus", () => {
  const texts = [
    "Check out my channel please, everybody",
    "check out my channel, please everybody!!",
    "A fine song",
    "a fine song 1",
    "Other",
  ];
  const comments = [...texts, ...Array.from({ length: 40 }, (_, at) => `different ${at * at} words`)].map(
    (text, at) => ({
      text,
      bad: at % 2 === 0,
    }),
  );

  it("keeps copies and near-copies in one part", () => {
    const familyOf = families(comments);
    const partOf = fiveParts(comments, familyOf, 1);
    expect(familyOf[0]).toBe(familyOf[1]);
    expect(familyOf[2]).not.toBe(familyOf[4]);
    expect(partOf[0]).toBe(partOf[1]);
    expect(new Set(partOf).size).toBe(5);
  });
});

const spam = "../shared/corpora/spam/youtube-spam";

// The corpora lie beside the project and are never copied into it.
describe.skipIf(!existsSync(spam))("on TubeSpam, learned from two files and asked about the third", () => {
  const { comments } = existsSync(spam) ? readCorpus(spam) : { comments: [] };
  const of = (which: string) => comments.filter(({ source }) => source.startsWith(which));

  it("the helper reaches a ROC area of 0.985, more than a plain logistic regression", () => {
    const [learned, asked] = [[...of("Youtube01"), ...of("Youtube03")], of("Youtube02")];
    const model = train(learned);
    const plainly = plain(learned, asked);
    const helper = rocArea(asked.map((each) => ({ score: scoreOf(model, each), bad: each.bad })));
    expect(helper).toBeGreaterThan(0.985);
    expect(helper).toBeGreaterThan(rocArea(asked.map(({ bad }, at) => ({ score: plainly[at] ?? 0, bad }))));
  });
});
