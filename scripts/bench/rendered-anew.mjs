import { costAnew, renderAnew } from "./pages.mjs";

async function run({ folder, slug, ...here }) {
  const path = `/articles/${slug}`;
  await renderAnew(folder, here.port, path, 60);
  const found = await costAnew(folder, here, path);
  return { verdicts: [{ what: "rendered anew", found, unit: "ms of CPU", atMost: 20 }] };
}

export const renderedAnew = { name: "rendered-anew", title: "The same page rendered anew", run };
