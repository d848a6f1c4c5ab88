import "./desk.css";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DeskHeader } from "@/components/layout/desk-header";
import { site } from "@/components/layout/site";
import { t } from "@/lib/messages";
import { currentViewer } from "@/lib/session";

// A static page would carry no nonce.
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await site();
  return {
    title: { default: name, template: `%s · ${name}` },
    robots: { index: false },
    icons: { icon: "/favicon.svg" },
  };
}

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [{ name, lang }, viewer] = await Promise.all([site(), currentViewer()]);
  return (
    <html lang={lang}>
      <body>
        <a className="skip" href="#text">
          {t("layout.skip")}
        </a>
        <div className="desk">
          <DeskHeader name={name} viewer={viewer} />
          <main id="text" tabIndex={-1}>
            {children}
          </main>
        </div>
      </body>
    </html>
  );
}
