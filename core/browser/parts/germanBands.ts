import type { Band } from '#core/waves/index.ts';
import { countOf } from './figures.ts';

/** The bands in the forms that German sentences need beside their names. */
const counted: Readonly<Record<Band, readonly [one: string, many: string]>> = {
  detractor: ['Detraktor', 'Detraktoren'],
  passive: ['Passive', 'Passive'],
  promoter: ['Promotor', 'Promotoren'],
};
const ofCounted: Readonly<Record<Band, readonly [one: string, many: string]>> = {
  detractor: ['Detraktor', 'Detraktoren'],
  passive: ['Passiven', 'Passiven'],
  promoter: ['Promotor', 'Promotoren'],
};

/** "30 Detraktoren", "11 Passive". */
export const countOfBand = (n: number, band: Band): string => countOf(n, ...counted[band]);

/** After "von", "in", "mit": "14 von 30 Detraktoren", "3 von 11 Passiven". */
export const ofBand = (n: number, band: Band): string => countOf(n, ...ofCounted[band]);

/** After "mit" and "keine", without a number: "Passiven". */
export const manyOfBand = (band: Band): string => ofCounted[band][1];
