import type { NextConfig } from "next";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  // The front makes the ETags of documents, once a page.
  generateEtags: false,
  // Metadata of every page is in its head from the first byte: a document has no script that could move it there.
  htmlLimitedBots: /.*/,
  // Else preloads of fonts and CSS travel in a `Link` header, which a finished page does not have.
  reactMaxHeadersLength: 1,
  experimental: { globalNotFound: true },
  images: { unoptimized: true },
  // `npm test` checks the types; a start of the same commit need not again.
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env.NEXT_TSCONFIG || "tsconfig.json" },
  devIndicators: false,
  serverExternalPackages: ["pino", "pg", "@node-rs/argon2", "graphile-worker", "sharp"],
};

export default config;
