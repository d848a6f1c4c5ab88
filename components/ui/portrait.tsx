import { classes } from "@/components/ui/classes";

interface PortraitProps {
  url: string;
  size?: 24 | 52 | 96;
  /** Empty where the name stands beside it. */
  alt?: string;
}

/** A square face. */
export function Portrait({ url, size = 52, alt = "" }: PortraitProps) {
  const name = classes("portrait", size === 24 && "s", size === 96 && "l");
  return <img className={name} src={url} alt={alt} width={size} height={size} loading="lazy" decoding="async" />;
}
