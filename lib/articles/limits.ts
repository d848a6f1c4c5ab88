/** Maxima of an article (docs/api.md, Maxima), in Unicode code points unless said otherwise. */
export const articleLimits = {
  title: 200,
  standfirst: 500,
  body: 200_000,
  section: 50,
  slug: 100,
  lang: 35,
  tags: 10,
  tag: 50,
  authors: 10,
  pictureUrl: 100,
  pictureAlt: 500,
  pictureCaption: 500,
  pictureCredit: 200,
  /** Longer searches are cut here. */
  search: 200,
  /** Bytes of a request that carries an article. */
  bytes: 1024 * 1024,
} as const;
