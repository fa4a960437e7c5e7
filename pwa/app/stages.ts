/** Stages of the method that have a screen, in the order of the work. */
export const stages = ['survey', 'segments', 'people', 'interviews', 'themes', 'drivers'] as const;
export type Stage = (typeof stages)[number];
