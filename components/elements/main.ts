import { CommentForm } from "@/components/elements/comment-form";
import { CommentThread } from "@/components/elements/comment-thread";
import { FollowButton } from "@/components/elements/follow-button";
import { IgnoreButton } from "@/components/elements/ignore-button";
import { LiveThread } from "@/components/elements/live-thread";
import { NotificationList } from "@/components/elements/notification-list";
import { keepDelivering } from "@/components/elements/outbox";
import { ViewerMenu } from "@/components/elements/viewer-menu";

customElements.define("viewer-menu", ViewerMenu);
customElements.define("follow-button", FollowButton);
customElements.define("notification-list", NotificationList);
customElements.define("ignore-button", IgnoreButton);
customElements.define("comment-form", CommentForm);
customElements.define("comment-thread", CommentThread);
customElements.define("live-thread", LiveThread);

keepDelivering();
