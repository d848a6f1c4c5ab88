import { expect, test } from "vitest";
import { branchesHtml, type ThreadSetting } from "@/components/comments/branch-html";
import type { Comment } from "@/lib/comments/comment";
import type { Folded } from "@/lib/comments/folded";

const setting: ThreadSetting = { slug: "bread", open: true, authors: new Set(["ann"]), voting: "up_and_down" };

function comment(given: Partial<Comment> = {}): Comment {
  return {
    id: "1",
    articleId: "a",
    articleSlug: "bread",
    parentId: null,
    depth: 0,
    authorId: "p",
    author: { handle: "ben", name: "Ben", avatarUrl: null, role: "reader" },
    body: "Words",
    html: "<p>Words</p>",
    revision: 1,
    status: "published",
    score: 3,
    wilson: 0,
    controversy: 0,
    replyCount: 0,
    createdAt: new Date("2026-03-14T09:00:00Z"),
    editedAt: null,
    removedFor: null,
    pick: null,
    pinned: false,
    replies: [],
    ...given,
  };
}

const markupOf = (...comments: Comment[]) => branchesHtml(comments, setting).markup;

test("a name is text, whatever it says", () => {
  const author = { handle: "x", name: `<script>"&'`, avatarUrl: null, role: "reader" as const };
  expect(markupOf(comment({ author }))).toContain("<bdi>&lt;script&gt;&quot;&amp;&#39;</bdi>");
});

test("the piece's author has a badge and a face; other staff a soft badge", () => {
  const ann = { handle: "ann", name: "Ann", avatarUrl: "/media/a.webp", role: "author" as const };
  const mo = { ...ann, handle: "mo", role: "moderator" as const };
  expect(markupOf(comment({ author: ann }))).toMatch(
    /<img class="portrait s" src="\/media\/a\.webp".*<span class="badge">Author</,
  );
  expect(markupOf(comment({ author: mo }))).toMatch(/<div class="by"><h3>.*<span class="badge soft">Moderator</);
});

test("a removed comment says why, and its replies stand", () => {
  const reply = comment({ id: "2", parentId: "1" });
  const gone = comment({
    status: "removed",
    removedFor: "spam",
    author: null,
    html: null,
    replyCount: 1,
    replies: [reply],
  });
  const markup = markupOf(gone);
  expect(markup).toContain("Removed by a moderator: spam. The replies stand.");
  expect(markup).toMatch(/<h3>Removed by a moderator.*<ol><li id="comment-2"><article>.*<h4>/);
  expect(markup).toContain("Re <bdi>a comment that is not shown</bdi>");
});

test("replies that are not shown are counted, with the way to them", () => {
  expect(markupOf(comment({ replyCount: 4 }))).toMatch(/href="\/comments\/1">Continue this thread<.*4 replies/);
  const some = comment({ replyCount: 4, replies: [comment({ id: "2" })] });
  expect(markupOf(some)).toMatch(/<summary>4 replies<.*href="\/comments\/1">3 more replies</);
});

test("folded replies tell who wrote them", () => {
  const people = [
    { id: "x", name: "Cleo <b>" },
    { id: "y", name: "Dan" },
  ];
  const some = (folded: Folded) =>
    markupOf(comment({ replyCount: 9, replies: [comment({ id: "2" })], folded })).replace(/[\u2068\u2069]/g, "");
  expect(some({ people, others: 0 })).toContain("from Cleo &lt;b&gt; and Dan<");
  expect(some({ people, others: 7 })).toContain("from Cleo &lt;b&gt;, Dan and 7 others<");
  expect(some({ people, others: null })).toContain("from Cleo &lt;b&gt;, Dan and others<");
});

test("replies by pages go on where the page says, with their count where it is known", () => {
  const some = comment({ replyCount: 400, replies: [comment({ id: "2" })] });
  const told = (onward: ThreadSetting["onward"]) => branchesHtml([some], { ...setting, onward }).markup;
  expect(told({ id: "1", href: "/comments/1?cursor=x", count: 399 })).toMatch(/cursor=x">399 more replies</);
  expect(told({ id: "1", href: "/comments/1?cursor=y", count: null })).toMatch(/cursor=y">More replies</);
  expect(told({ id: "1", href: null, count: null })).not.toContain("data-fold");
});

test("headings tell how deep a comment is, down to the sixth level", () => {
  const deepest = comment({ id: "5" });
  const nest = (id: string, inner: Comment) => comment({ id, replyCount: 1, replies: [inner] });
  const markup = markupOf(nest("1", nest("2", nest("3", nest("4", deepest)))));
  expect([...markup.matchAll(/<h(\d)>/g)].map(([, level]) => level)).toEqual(["3", "4", "5", "6", "6"]);
});

test("a branch is skipped to what follows it, on its own level or above", () => {
  const branch = comment({
    id: "1",
    replyCount: 1,
    replies: [comment({ id: "2", replyCount: 1, replies: [comment({ id: "3" })] })],
  });
  const skips = [...markupOf(branch, comment({ id: "9" })).matchAll(/class="next" href="#comment-(\d)"/g)];
  expect(skips.map(([, id]) => id)).toEqual(["9", "9"]);
  expect(markupOf(branch)).not.toContain('class="next"');
});

test("a closed thread offers no reply; votes and reports are plain forms and links", () => {
  const markup = branchesHtml([comment()], { ...setting, open: false }).markup;
  expect(markup).not.toContain("/reply?");
  expect(markup).toContain('<form class="acts" method="post" action="/api/v1/comments/1/vote">');
  expect(markup).toContain('href="/comments/1/report"');
});

test("one's own vote is pressed, and pressing it takes it back", () => {
  const markup = branchesHtml([comment()], { ...setting, votes: { "1": 1 } }).markup;
  expect(markup).toContain('value="0" aria-label="Vote up" aria-pressed="true"');
  expect(markup).toContain('value="-1" aria-label="Vote down" aria-pressed="false"');
});

test("a picked comment bears whose pick it is, the pinned one that it is pinned", () => {
  expect(markupOf(comment({ pick: "author" }))).toMatch(/class="c pick".*<span class="badge soft">Author’s pick</);
  const both = markupOf(comment({ pick: "editor", pinned: true }));
  expect(both).toMatch(/class="c pick pin".*<span class="badge soft">Pinned<.*<span class="badge soft">Editors’ pick</);
  expect(markupOf(comment())).toMatch(/class="c"><div class="by">(?:(?!badge).)*<div class="text"/);
});

test("whoever writes for the publication has a badge; a reader and somebody gone have none", () => {
  const roles = ["author", "editor", "moderator", "admin", "reader"] as const;
  const badges = roles.map((role) => {
    const author = { handle: "p", name: "P", avatarUrl: null, role };
    return markupOf(comment({ author })).match(/<span class="badge[^<]*</)?.[0];
  });
  expect(badges).toEqual([
    '<span class="badge soft">Writer<',
    '<span class="badge soft">Editor<',
    '<span class="badge soft">Moderator<',
    '<span class="badge soft">Staff<',
    undefined,
  ]);
  expect(markupOf(comment({ author: null }))).not.toMatch(/badge|\/people\//);
});

test("a name leads to the person", () => {
  expect(markupOf(comment())).toContain('<h3><a href="/people/ben"><bdi>Ben</bdi></a></h3>');
});

test("where one votes up only there is no button for the other", () => {
  const markup = branchesHtml([comment()], { ...setting, voting: "up_only" }).markup;
  expect(markup).toContain("Vote up");
  expect(markup).not.toContain("Vote down");
});
