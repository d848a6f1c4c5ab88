import { created } from "@/lib/answer";
import { storeUpload } from "@/lib/articles/desk-form";
import { pictureInput, pictureOutput } from "@/lib/articles/schema";
import { maxPictureBytes } from "@/lib/pictures";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Store a picture: decoded and encoded anew, metadata gone; a file, or the URL of one",
  gate: "author",
  limit: () => limits.upload,
  body: pictureInput,
  maxBytes: maxPictureBytes + 64 * 1024,
  answers: { 201: pictureOutput },
  run: async ({ viewer, body, files }) => {
    const stored = await storeUpload(viewer, { file: files.picture, url: body.url });
    return created(stored, stored.url);
  },
  // Programs and the editor's element send files as multipart and want JSON back; the editor's plain form carries its own file.
  form: { done: () => null, refused: () => null },
});
