import type {
  Agreement,
  Codebook,
  Compounding,
  Contrast,
  RivalTable,
  Saturation,
} from '#core/themes/index.ts';

export const parts = ['saturation', 'pairs', 'contrast', 'rivals', 'agreement'] as const;
export type Part = (typeof parts)[number];

/** What saturation is split by when it is not a dimension of the survey. */
export const byBand = '';

/** Saturation over all calls and for each value of what it is split by. */
export interface SaturationShown {
  all: Saturation;
  each: readonly { value: string; saturation: Saturation }[];
}

/** What a part shows, with the names of its themes. */
export type PartShown = { codebook: Codebook } & (
  | { part: 'saturation'; shown: SaturationShown }
  | { part: 'pairs'; shown: Compounding }
  | { part: 'contrast'; shown: Contrast }
  | { part: 'rivals'; shown: RivalTable }
  | { part: 'agreement'; shown: Agreement }
);
