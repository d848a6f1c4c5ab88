import type { DetailedHTMLProps, HTMLAttributes } from "react";

// Not `Element`: inside the namespace that is React's own.
type Host = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "comment-form": Host;
      "comment-thread": Host;
      "follow-button": Host;
      "ignore-button": Host;
      "live-thread": Host;
      "notification-list": Host;
      "viewer-menu": Host;
    }
  }
}
