import { viewerProfile } from "@/lib/accounts/queries";
import { setUpSchema, viewerSchema } from "@/lib/accounts/schema";
import { deviceCookie } from "@/lib/accounts/sign-in";
import { setUpFirstAdmin } from "@/lib/accounts/sign-up";
import { created } from "@/lib/answer";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";
import { openSession } from "@/lib/session";

export const POST = route({
  summary: "Make the first admin of an empty installation, once, by the token that was printed",
  gate: "public",
  limit: limits.signIn,
  body: setUpSchema,
  answers: { 201: viewerSchema },
  run: async ({ body, address }) => {
    const viewer = await setUpFirstAdmin(body);
    const cookies = [...(await openSession(viewer.id, address)), deviceCookie(body.email)];
    return created({ viewer: viewerProfile(viewer) }, "/api/v1/viewer", cookies);
  },
  form: {
    done: () => "/admin",
    // The token is in the address that the operator was given, and no draft keeps it.
    refused: ({ fields }) => `/setup?token=${encodeURIComponent(fields.token ?? "")}`,
  },
});
