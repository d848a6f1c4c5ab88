import { notFound } from "@/lib/errors";
import { route } from "@/lib/route";

/** Whatever is under /api and is not a route answers like any missing thing. */
const missing = route({
  summary: "No such route",
  gate: "public",
  answers: {},
  run: () => Promise.reject(notFound()),
});

export { missing as DELETE, missing as GET, missing as PATCH, missing as POST, missing as PUT };
