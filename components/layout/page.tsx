import type { ReactNode } from "react";
import { Footer } from "@/components/layout/footer";
import { InnerHeader } from "@/components/layout/masthead";
import { site } from "@/components/layout/site";

interface PageProps {
  /** In place of the small header. */
  head?: ReactNode;
  children: ReactNode;
}

/** A reader page: header, the text, foot. The front page brings a head of its own. */
export async function Page({ head, children }: PageProps) {
  const { name } = await site();
  return (
    <div className="page">
      {head ?? <InnerHeader name={name} />}
      <main id="text" tabIndex={-1}>
        {children}
      </main>
      <Footer name={name} />
    </div>
  );
}
