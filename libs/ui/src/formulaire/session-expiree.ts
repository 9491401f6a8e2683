/** Sent on `window` just before the sign-in page replaces a page whose session expired: typed work is kept then. */
export const EVENEMENT_SESSION_EXPIREE = 'coopilote:session-expiree';
