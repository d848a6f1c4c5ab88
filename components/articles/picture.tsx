import { pictureSize } from "@/lib/pictures";

interface PictureProps {
  picture: { url: string; alt: string; caption: string; credit: string };
  /** Above the fold: asked for at once. */
  first?: boolean;
  /** Where the picture leads; the words beside it lead there too, so the link is hidden from those who listen. */
  href?: string;
}

/** A picture with its caption; the credit follows in the colour of small print. */
export async function Picture({ picture, first = false, href }: PictureProps) {
  const { url, alt, caption, credit } = picture;
  const size = await pictureSize(url);
  const image = first ? (
    <img src={url} alt={alt} {...size} fetchPriority="high" />
  ) : (
    <img src={url} alt={alt} {...size} loading="lazy" decoding="async" />
  );
  return (
    <figure className="picture">
      {href ? (
        <a href={href} tabIndex={-1}>
          {image}
        </a>
      ) : (
        image
      )}
      {(caption || credit) && (
        <figcaption>
          {caption} {credit && <span className="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
