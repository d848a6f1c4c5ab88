const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** The direction that a language is written in, from its BCP 47 tag. */
export function directionOf(lang: string): "ltr" | "rtl" {
  const [language = "", script = ""] = lang.toLowerCase().split("-");
  if (script === "latn") return "ltr";
  return rightToLeft.has(language) || script === "arab" || script === "hebr" ? "rtl" : "ltr";
}
