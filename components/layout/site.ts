import { cache } from "react";
import { showed } from "@/lib/document";
import { siteSettings } from "@/lib/settings";

/** The publication's settings, read once for a page, which then depends on them. */
export const site = cache(async () => {
  showed("site");
  return siteSettings();
});
