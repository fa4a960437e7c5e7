import type { Band } from '../../waves/index.ts';

/** Answers of one group: detractors, passives, promoters. */
export type Three = readonly [detractor: number, passive: number, promoter: number];

export const bandPlace: Readonly<Record<Band, 0 | 1 | 2>> = { detractor: 0, passive: 1, promoter: 2 };

export const tiers = ['Enterprise', 'Mid-market', 'Small'] as const;
export type Tier = (typeof tiers)[number];
/** As the importer computes it (core/waves tenure), newest customers first. */
export const tenures = ['First 90 days', 'First year', 'Second year', 'Longer'] as const;
export type Tenure = (typeof tenures)[number];
export const markets = [
  'UK and Ireland',
  'North America',
  'Germany, Austria, Switzerland',
  'Nordics',
] as const;
export type Market = (typeof markets)[number];
export const products = ['Ledger', 'Reports', 'Close', 'Connect', 'Forecast, beta'] as const;
export type Product = (typeof products)[number];

/**
 * The answers of one wave, counted out: tier by tenure, and market and product each for itself, all adding up to the
 * same. The figures are fixed so that they tell the same story whatever the seed; chance decides only who is who.
 */
export interface WaveShape {
  cells: Readonly<Record<Tier, Readonly<Record<Tenure, Three>>>>;
  markets: Readonly<Record<Market, Three>>;
  products: Readonly<Record<Product, Three>>;
  /** Invited people who did not answer. */
  silent: number;
}

/** 1,648 answers, NPS 31. Enterprise, first-year customers and Reports are weak and have fallen. */
export const newest: WaveShape = {
  cells: {
    Enterprise: {
      'First 90 days': [6, 6, 10],
      'First year': [41, 28, 27],
      'Second year': [34, 23, 47],
      Longer: [47, 50, 93],
    },
    'Mid-market': {
      'First 90 days': [8, 14, 26],
      'First year': [38, 25, 59],
      'Second year': [39, 51, 96],
      Longer: [53, 89, 190],
    },
    Small: {
      'First 90 days': [6, 15, 30],
      'First year': [23, 26, 51],
      'Second year': [23, 44, 80],
      Longer: [31, 69, 150],
    },
  },
  markets: {
    'UK and Ireland': [99, 126, 264],
    'North America': [89, 104, 193],
    'Germany, Austria, Switzerland': [92, 113, 197],
    Nordics: [69, 97, 205],
  },
  products: {
    Ledger: [134, 189, 379],
    Reports: [120, 118, 183],
    Close: [54, 88, 196],
    Connect: [36, 41, 88],
    'Forecast, beta': [5, 4, 13],
  },
  silent: 64,
};

/** 1,612 answers a quarter before, NPS 40. */
export const before: WaveShape = {
  cells: {
    Enterprise: {
      'First 90 days': [4, 5, 11],
      'First year': [25, 24, 39],
      'Second year': [22, 26, 54],
      Longer: [33, 44, 111],
    },
    'Mid-market': {
      'First 90 days': [8, 13, 26],
      'First year': [20, 26, 69],
      'Second year': [36, 46, 100],
      Longer: [55, 76, 201],
    },
    Small: {
      'First 90 days': [8, 13, 30],
      'First year': [15, 23, 61],
      'Second year': [27, 36, 81],
      Longer: [37, 55, 152],
    },
  },
  markets: {
    'UK and Ireland': [84, 115, 281],
    'North America': [68, 91, 219],
    'Germany, Austria, Switzerland': [80, 92, 222],
    Nordics: [58, 89, 213],
  },
  products: {
    Ledger: [120, 163, 417],
    Reports: [84, 94, 232],
    Close: [54, 84, 198],
    Connect: [32, 46, 88],
    'Forecast, beta': [0, 0, 0],
  },
  silent: 58,
};
