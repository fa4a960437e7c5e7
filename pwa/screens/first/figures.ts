/** Figures of the invented company; a test holds them to it. */
export const shown = { now: 11, low: 2, high: 20, was: 36, everyone: 31, driver: [14, 30, 30, 64] } as const;
