import type { Condition } from './guide.ts';

/** Kinds of customer as survey files name them; tiers stand in whichever column, tenures are those Sounding computes. */
export const enterpriseTier: Condition = {
  dimension: '',
  values: ['Enterprise', 'Large enterprise', 'Strategic', 'Key account', 'Corporate', 'Großkunde', 'Konzern'],
};
export const smallTier: Condition = {
  dimension: '',
  values: ['Small', 'Small business', 'Small and medium', 'SMB', 'SME', 'Starter', 'KMU', 'Kleinkunde'],
};
export const newCustomer: Condition = { dimension: 'Tenure', values: ['First 90 days', 'First year'] };
export const longStanding: Condition = { dimension: 'Tenure', values: ['Longer'] };
