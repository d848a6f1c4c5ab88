import { movedTo, ok } from "@/lib/answer";
import { authorMovedTo, authorProfile } from "@/lib/articles/queries";
import { authorProfileOutput, handleParams } from "@/lib/articles/schema";
import { notFound } from "@/lib/errors";
import { route } from "@/lib/route";

export const GET = route({
  summary: "Somebody who writes here; an old handle answers 308",
  gate: "public",
  params: handleParams,
  answers: { 200: authorProfileOutput, 308: null },
  run: async ({ params }) => {
    const author = await authorProfile(params.handle);
    if (author) {
      const { handle, name, bio, avatarUrl, articleCount } = author;
      return ok({ handle, name, bio, avatarUrl, articleCount });
    }
    const handle = await authorMovedTo(params.handle);
    if (handle) return movedTo(`/api/v1/authors/${handle}`);
    throw notFound();
  },
});
