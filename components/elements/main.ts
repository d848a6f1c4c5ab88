import { CommentForm } from "@/components/elements/comment-form";
import { CommentThread } from "@/components/elements/comment-thread";
import { FollowButton } from "@/components/elements/follow-button";
import { IgnoreButton } from "@/components/elements/ignore-button";
import { LiveThread } from "@/components/elements/live-thread";
import { keepDelivering } from "@/components/elements/outbox";
import { ToldList } from "@/components/elements/told-list";
import { ViewerMenu } from "@/components/elements/viewer-menu";

customElements.define("viewer-menu", ViewerMenu);
customElements.define("follow-button", FollowButton);
customElements.define("told-list", ToldList);
customElements.define("ignore-button", IgnoreButton);
customElements.define("comment-form", CommentForm);
customElements.define("comment-thread", CommentThread);
customElements.define("live-thread", LiveThread);

keepDelivering();
