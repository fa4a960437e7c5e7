/** Why somebody is on the roster, as the language spoken says it: what the draw writes is kept in English. */
export const shownReason = (reason: string): string => reason;
