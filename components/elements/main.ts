import { CommentForm } from "@/components/elements/comment-form";
import { CommentThread } from "@/components/elements/comment-thread";
import { ViewerMenu } from "@/components/elements/viewer-menu";

customElements.define("viewer-menu", ViewerMenu);
customElements.define("comment-form", CommentForm);
customElements.define("comment-thread", CommentThread);
