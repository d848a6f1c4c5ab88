/** Where the forms of a person's page are sent. */
export const sanctionAction = ({ handle }: { handle: string }) => `/api/v1/moderation/people/${handle}/sanctions`;
export const noteAction = ({ handle }: { handle: string }) => `/api/v1/moderation/people/${handle}/notes`;
export const endAction = ({ id }: { id: string }) => `/api/v1/moderation/sanctions/${id}/end`;
