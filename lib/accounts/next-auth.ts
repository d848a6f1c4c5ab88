import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signInSchema } from "@/lib/accounts/schema";
import { checkSignIn } from "@/lib/accounts/sign-in";
import { now, second } from "@/lib/clock";
import { env, servedSecurely, siteUrl, tellNextAuth } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { t } from "@/lib/messages";
import { safePath } from "@/lib/origin";
import {
  closeSession,
  cookieToSet,
  currentViewer,
  formCookieName,
  newSession,
  sessionCookieName,
  sessionLifetime,
} from "@/lib/session";

interface Asking {
  /** The device cookie of the browser, if it has one. */
  device: string | undefined;
  /** Of the client. */
  address?: string;
  /** Hears of a refusal that next-auth has no answer for. */
  refused(error: AppError): void;
}

/** The options of one request. Throws when the environment is not valid, so that nobody is signed in by half a configuration. */
export function authOptions({ device, address, refused }: Asking): NextAuthOptions {
  tellNextAuth();
  const { maxAge: _maxAge, ...options } = cookieToSet(sessionCookieName(), "", 0).options;
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionLifetime / second },
    logger: {
      error: (code) => {
        // It would answer 500, as for a fault of ours.
        if (code === "INVALID_CALLBACK_URL_ERROR") refused(new AppError("unreadable", t("accounts.fault.callbackUrl")));
        else log.warn({ code }, "next-auth met an error");
      },
      warn: (code) => log.debug({ code }, "next-auth warns"),
      debug: () => undefined,
    },
    useSecureCookies: servedSecurely(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options },
      csrfToken: { name: formCookieName("csrf"), options },
      callbackUrl: { name: formCookieName("callback"), options },
    },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in", newUser: "/" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(typed) {
          const parsed = signInSchema.safeParse({ email: typed?.email, password: typed?.password });
          if (!parsed.success) return null;
          try {
            return await checkSignIn(parsed.data, device);
          } catch (thrown) {
            if (!(thrown instanceof AppError)) throw thrown;
            if (thrown.code === "rate_limited") refused(thrown);
            return null;
          }
        },
      }),
    ],
    callbacks: {
      redirect: async ({ url }) =>
        siteUrl() + safePath(url.startsWith(siteUrl()) ? url.slice(siteUrl().length) : url, "/"),
      // A sign-in gets a session row of its own; later the row decides, in `session` and on every request.
      jwt: async ({ token, user }) => (user ? newSession(user.id, address) : { sub: token.sub, sid: token.sid }),
      async session({ session }) {
        const viewer = await currentViewer();
        if (!viewer) return { expires: now().toISOString() };
        return { expires: session.expires, user: { name: viewer.name } };
      },
    },
    events: { signOut: () => closeSession() },
  };
}
