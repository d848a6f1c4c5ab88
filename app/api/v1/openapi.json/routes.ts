import * as accountsToken from "@/app/api/v1/accounts/[token]/route";
import * as accounts from "@/app/api/v1/accounts/route";
import * as adminAccountsId from "@/app/api/v1/admin/accounts/[id]/route";
import * as adminAccounts from "@/app/api/v1/admin/accounts/route";
import * as adminArticlesIdArchive from "@/app/api/v1/admin/articles/[id]/archive/route";
import * as adminArticlesIdPublish from "@/app/api/v1/admin/articles/[id]/publish/route";
import * as adminArticlesId from "@/app/api/v1/admin/articles/[id]/route";
import * as adminArticlesIdUnpublish from "@/app/api/v1/admin/articles/[id]/unpublish/route";
import * as adminArticles from "@/app/api/v1/admin/articles/route";
import * as adminPictures from "@/app/api/v1/admin/pictures/route";
import * as adminPreview from "@/app/api/v1/admin/preview/route";
import * as adminSettings from "@/app/api/v1/admin/settings/route";
import * as articlesSlugCommentsPreview from "@/app/api/v1/articles/[slug]/comments/preview/route";
import * as articlesSlugComments from "@/app/api/v1/articles/[slug]/comments/route";
import * as articlesSlugFollow from "@/app/api/v1/articles/[slug]/follow/route";
import * as articlesSlugPeople from "@/app/api/v1/articles/[slug]/people/route";
import * as articlesSlug from "@/app/api/v1/articles/[slug]/route";
import * as articlesSlugStream from "@/app/api/v1/articles/[slug]/stream/route";
import * as articlesSlugViewer from "@/app/api/v1/articles/[slug]/viewer/route";
import * as articles from "@/app/api/v1/articles/route";
import * as authorsHandle from "@/app/api/v1/authors/[handle]/route";
import * as commentsIdDelete from "@/app/api/v1/comments/[id]/delete/route";
import * as commentsIdPick from "@/app/api/v1/comments/[id]/pick/route";
import * as commentsIdPin from "@/app/api/v1/comments/[id]/pin/route";
import * as commentsIdPreview from "@/app/api/v1/comments/[id]/preview/route";
import * as commentsIdReplies from "@/app/api/v1/comments/[id]/replies/route";
import * as commentsIdReports from "@/app/api/v1/comments/[id]/reports/route";
import * as commentsIdReportsWithoutAccount from "@/app/api/v1/comments/[id]/reports/without-account/route";
import * as commentsId from "@/app/api/v1/comments/[id]/route";
import * as commentsIdVote from "@/app/api/v1/comments/[id]/vote/route";
import * as log from "@/app/api/v1/log/route";
import * as moderationBarsIdLift from "@/app/api/v1/moderation/bars/[id]/lift/route";
import * as moderationBars from "@/app/api/v1/moderation/bars/route";
import * as moderationCommentsIdClaim from "@/app/api/v1/moderation/comments/[id]/claim/route";
import * as moderationCommentsIdDecisions from "@/app/api/v1/moderation/comments/[id]/decisions/route";
import * as moderationCommentsId from "@/app/api/v1/moderation/comments/[id]/route";
import * as moderationComments from "@/app/api/v1/moderation/comments/route";
import * as moderationCounts from "@/app/api/v1/moderation/counts/route";
import * as moderationDecisionsIdUndo from "@/app/api/v1/moderation/decisions/[id]/undo/route";
import * as moderationDecisions from "@/app/api/v1/moderation/decisions/route";
import * as moderationLearning from "@/app/api/v1/moderation/learning/route";
import * as moderationLog from "@/app/api/v1/moderation/log/route";
import * as moderationObjectionsIdAnswer from "@/app/api/v1/moderation/objections/[id]/answer/route";
import * as moderationObjections from "@/app/api/v1/moderation/objections/route";
import * as moderationPeopleHandleNotes from "@/app/api/v1/moderation/people/[handle]/notes/route";
import * as moderationPeopleHandle from "@/app/api/v1/moderation/people/[handle]/route";
import * as moderationPeopleHandleSanctions from "@/app/api/v1/moderation/people/[handle]/sanctions/route";
import * as moderationRulesPlaybacksId from "@/app/api/v1/moderation/rules/playbacks/[id]/route";
import * as moderationRulesPlaybacks from "@/app/api/v1/moderation/rules/playbacks/route";
import * as moderationRules from "@/app/api/v1/moderation/rules/route";
import * as moderationRulesVersionsNumberRestore from "@/app/api/v1/moderation/rules/versions/[number]/restore/route";
import * as moderationRulesVersionsNumber from "@/app/api/v1/moderation/rules/versions/[number]/route";
import * as moderationRulesVersions from "@/app/api/v1/moderation/rules/versions/route";
import * as moderationSanctionsIdEnd from "@/app/api/v1/moderation/sanctions/[id]/end/route";
import * as notificationsRead from "@/app/api/v1/notifications/read/route";
import * as notifications from "@/app/api/v1/notifications/route";
import * as objectionsToken from "@/app/api/v1/objections/[token]/route";
import * as passwordResetsToken from "@/app/api/v1/password-resets/[token]/route";
import * as passwordResets from "@/app/api/v1/password-resets/route";
import * as peopleHandleComments from "@/app/api/v1/people/[handle]/comments/route";
import * as peopleHandleFollow from "@/app/api/v1/people/[handle]/follow/route";
import * as peopleHandleIgnore from "@/app/api/v1/people/[handle]/ignore/route";
import * as peopleHandle from "@/app/api/v1/people/[handle]/route";
import * as sessionsAllDelete from "@/app/api/v1/sessions/all/delete/route";
import * as sessionsAll from "@/app/api/v1/sessions/all/route";
import * as sessionsDelete from "@/app/api/v1/sessions/delete/route";
import * as sessions from "@/app/api/v1/sessions/route";
import * as setup from "@/app/api/v1/setup/route";
import * as statementsIdObjections from "@/app/api/v1/statements/[id]/objections/route";
import * as statementsId from "@/app/api/v1/statements/[id]/route";
import * as transparency from "@/app/api/v1/transparency/route";
import * as unsubscriptionsToken from "@/app/api/v1/unsubscriptions/[token]/route";
import * as viewerClose from "@/app/api/v1/viewer/close/route";
import * as viewerEmailToken from "@/app/api/v1/viewer/email/[token]/route";
import * as viewerExport from "@/app/api/v1/viewer/export/route";
import * as viewerNotifications from "@/app/api/v1/viewer/notifications/route";
import * as viewer from "@/app/api/v1/viewer/route";
import * as viewerStatements from "@/app/api/v1/viewer/statements/route";
import type { RouteModule } from "@/lib/openapi";

/** Every route of the contract; a test compares this with the files. */
export const routes: Record<string, RouteModule> = {
  "/api/v1/accounts": accounts,
  "/api/v1/accounts/{token}": accountsToken,
  "/api/v1/admin/accounts": adminAccounts,
  "/api/v1/admin/accounts/{id}": adminAccountsId,
  "/api/v1/admin/articles": adminArticles,
  "/api/v1/admin/articles/{id}": adminArticlesId,
  "/api/v1/admin/articles/{id}/archive": adminArticlesIdArchive,
  "/api/v1/admin/articles/{id}/publish": adminArticlesIdPublish,
  "/api/v1/admin/articles/{id}/unpublish": adminArticlesIdUnpublish,
  "/api/v1/admin/pictures": adminPictures,
  "/api/v1/admin/preview": adminPreview,
  "/api/v1/admin/settings": adminSettings,
  "/api/v1/articles": articles,
  "/api/v1/articles/{slug}": articlesSlug,
  "/api/v1/articles/{slug}/comments": articlesSlugComments,
  "/api/v1/articles/{slug}/follow": articlesSlugFollow,
  "/api/v1/articles/{slug}/stream": articlesSlugStream,
  "/api/v1/articles/{slug}/comments/preview": articlesSlugCommentsPreview,
  "/api/v1/articles/{slug}/people": articlesSlugPeople,
  "/api/v1/articles/{slug}/viewer": articlesSlugViewer,
  "/api/v1/authors/{handle}": authorsHandle,
  "/api/v1/comments/{id}": commentsId,
  "/api/v1/comments/{id}/delete": commentsIdDelete,
  "/api/v1/comments/{id}/pick": commentsIdPick,
  "/api/v1/comments/{id}/pin": commentsIdPin,
  "/api/v1/comments/{id}/preview": commentsIdPreview,
  "/api/v1/comments/{id}/replies": commentsIdReplies,
  "/api/v1/comments/{id}/reports": commentsIdReports,
  "/api/v1/comments/{id}/reports/without-account": commentsIdReportsWithoutAccount,
  "/api/v1/comments/{id}/vote": commentsIdVote,
  "/api/v1/log": log,
  "/api/v1/moderation/bars": moderationBars,
  "/api/v1/moderation/bars/{id}/lift": moderationBarsIdLift,
  "/api/v1/moderation/comments": moderationComments,
  "/api/v1/moderation/comments/{id}": moderationCommentsId,
  "/api/v1/moderation/comments/{id}/claim": moderationCommentsIdClaim,
  "/api/v1/moderation/comments/{id}/decisions": moderationCommentsIdDecisions,
  "/api/v1/moderation/counts": moderationCounts,
  "/api/v1/moderation/decisions": moderationDecisions,
  "/api/v1/moderation/decisions/{id}/undo": moderationDecisionsIdUndo,
  "/api/v1/moderation/learning": moderationLearning,
  "/api/v1/moderation/log": moderationLog,
  "/api/v1/moderation/objections": moderationObjections,
  "/api/v1/moderation/objections/{id}/answer": moderationObjectionsIdAnswer,
  "/api/v1/moderation/people/{handle}": moderationPeopleHandle,
  "/api/v1/moderation/people/{handle}/notes": moderationPeopleHandleNotes,
  "/api/v1/moderation/people/{handle}/sanctions": moderationPeopleHandleSanctions,
  "/api/v1/moderation/rules": moderationRules,
  "/api/v1/moderation/rules/playbacks": moderationRulesPlaybacks,
  "/api/v1/moderation/rules/playbacks/{id}": moderationRulesPlaybacksId,
  "/api/v1/moderation/rules/versions": moderationRulesVersions,
  "/api/v1/moderation/rules/versions/{number}": moderationRulesVersionsNumber,
  "/api/v1/moderation/rules/versions/{number}/restore": moderationRulesVersionsNumberRestore,
  "/api/v1/moderation/sanctions/{id}/end": moderationSanctionsIdEnd,
  "/api/v1/notifications": notifications,
  "/api/v1/notifications/read": notificationsRead,
  "/api/v1/objections/{token}": objectionsToken,
  "/api/v1/password-resets": passwordResets,
  "/api/v1/password-resets/{token}": passwordResetsToken,
  "/api/v1/people/{handle}/follow": peopleHandleFollow,
  "/api/v1/people/{handle}": peopleHandle,
  "/api/v1/people/{handle}/comments": peopleHandleComments,
  "/api/v1/people/{handle}/ignore": peopleHandleIgnore,
  "/api/v1/sessions": sessions,
  "/api/v1/sessions/all": sessionsAll,
  "/api/v1/sessions/all/delete": sessionsAllDelete,
  "/api/v1/sessions/delete": sessionsDelete,
  "/api/v1/setup": setup,
  "/api/v1/statements/{id}": statementsId,
  "/api/v1/statements/{id}/objections": statementsIdObjections,
  "/api/v1/transparency": transparency,
  "/api/v1/unsubscriptions/{token}": unsubscriptionsToken,
  "/api/v1/viewer": viewer,
  "/api/v1/viewer/close": viewerClose,
  "/api/v1/viewer/email/{token}": viewerEmailToken,
  "/api/v1/viewer/export": viewerExport,
  "/api/v1/viewer/notifications": viewerNotifications,
  "/api/v1/viewer/statements": viewerStatements,
};
