/** What must be known of a driver before it is evidence: the parts of its mechanism, in the order they are asked for. */
export const mechanismParts = ['episode', 'frequency', 'consequence', 'expectation', 'fix'] as const;
export type MechanismPart = (typeof mechanismParts)[number];

/** How deep an answer went: 0 not stated, 1 a feature, 2 what follows from it, 3 why that matters to them. */
export const ladderDepths = [0, 1, 2, 3] as const;
export type LadderDepth = (typeof ladderDepths)[number];
