/** A value as the language spoken shows it: those that Sounding names itself are stored in English. */
export const shownValue = (value: string): string => value;

/** A dimension as the language spoken shows it. */
export const shownDimension = (dimension: string): string => dimension;
