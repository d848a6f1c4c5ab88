import "./(reader)/reader.css";
import type { Metadata } from "next";
import elements from "@/.build/elements.json";
import { Footer } from "@/components/layout/footer";
import { InnerHeader } from "@/components/layout/masthead";
import { NotFound } from "@/components/layout/not-found";
import { t } from "@/lib/messages";

export const metadata: Metadata = {
  title: t("layout.notFound.title"),
  robots: { index: false },
  icons: { icon: "/favicon.svg" },
};

/** For addresses that no route knows. Shows nothing from the database, so that it stands when nothing else does. */
export default function GlobalNotFound() {
  const name = t("common.siteName");
  return (
    <html lang="en">
      <head>
        <script type="module" src={elements.src} />
      </head>
      <body>
        <div className="page">
          <InnerHeader name={name} />
          <main id="text" tabIndex={-1}>
            <NotFound />
          </main>
          <Footer name={name} />
        </div>
      </body>
    </html>
  );
}
