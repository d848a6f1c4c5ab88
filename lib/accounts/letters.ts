import { tokenLink } from "@/lib/accounts/email-token";
import { siteUrl } from "@/lib/env";
import type { Letter } from "@/lib/mail";
import { t } from "@/lib/messages";

const resetPage = () => `${siteUrl()}/reset-password`;

export const confirmSignUp = (site: string, to: string, name: string, token: string): Letter => ({
  to,
  subject: t("accounts.letter.signUpSubject", { site }),
  paragraphs: [t("accounts.letter.signUpText", { site, name })],
  link: { url: tokenLink("sign_up", token), label: t("accounts.letter.signUpLink") },
  closing: [t("accounts.letter.signUpClosing")],
});

export const alreadyKnown = (site: string, to: string): Letter => ({
  to,
  subject: t("accounts.letter.knownSubject", { site }),
  paragraphs: [t("accounts.letter.knownText", { site })],
  link: { url: resetPage(), label: t("accounts.letter.knownLink") },
  closing: [t("accounts.letter.knownClosing")],
});

export const passwordReset = (site: string, to: string, token: string): Letter => ({
  to,
  subject: t("accounts.letter.resetSubject", { site }),
  paragraphs: [t("accounts.letter.resetText", { site })],
  link: { url: tokenLink("password_reset", token), label: t("accounts.letter.resetLink") },
  closing: [t("accounts.letter.resetClosing")],
});

export const passwordChanged = (site: string, to: string): Letter => ({
  to,
  subject: t("accounts.letter.passwordSubject", { site }),
  paragraphs: [t("accounts.letter.passwordText", { site })],
  link: { url: resetPage(), label: t("accounts.letter.noticeLink") },
});

export const confirmAddress = (site: string, to: string, token: string): Letter => ({
  to,
  subject: t("accounts.letter.changeSubject", { site }),
  paragraphs: [t("accounts.letter.changeText", { site })],
  link: { url: tokenLink("email_change", token), label: t("accounts.letter.changeLink") },
  closing: [t("accounts.letter.changeClosing")],
});

export const addressAskedFor = (site: string, to: string, email: string): Letter => ({
  to,
  subject: t("accounts.letter.noticeSubject", { site }),
  paragraphs: [t("accounts.letter.noticeText", { site, email })],
  link: { url: resetPage(), label: t("accounts.letter.noticeLink") },
});

export const addressChanged = (site: string, to: string, email: string): Letter => ({
  to,
  subject: t("accounts.letter.changedSubject", { site }),
  paragraphs: [t("accounts.letter.changedText", { site, email })],
});

export const accountClosed = (site: string, to: string): Letter => ({
  to,
  subject: t("accounts.letter.closedSubject", { site }),
  paragraphs: [t("accounts.letter.closedText", { site })],
});
