import type { Band } from '../../waves/index.ts';
import type { Tenure, Tier } from './shape.ts';
import type { TopicName } from './themes.ts';

/** One interview as it is to be: who, and what they raise, weightiest first. */
export interface PlannedCall {
  tier: Tier;
  tenure: Tenure;
  band: Band;
  topics: readonly TopicName[];
}

type Row = readonly [Tier, Tenure, ...TopicName[]];

const calls = (band: Band, rows: readonly Row[]): PlannedCall[] =>
  rows.map(([tier, tenure, ...topics]) => ({ tier, tenure, band, topics }));

/**
 * The newest cycle: 30 detractors, 11 passives, 7 promoters. Of the detractors 14 raise report export, 11 of the 15 in
 * Enterprise and 3 of the 15 elsewhere; 8 being fought for, 7 of the 12 in their first year and 1 of the 18 others.
 */
export const newestCalls: readonly PlannedCall[] = [
  ...calls('detractor', [
    ['Enterprise', 'First year', 'reportExport', 'foughtFor'],
    ['Enterprise', 'First year', 'reportExport', 'foughtFor', 'setUp'],
    ['Enterprise', 'First year', 'reportExport', 'escalation'],
    ['Enterprise', 'First year', 'reportExport', 'foughtFor'],
    ['Enterprise', 'First year', 'setUp', 'reportExport'],
    ['Enterprise', 'First year', 'reportExport', 'foughtFor', 'escalation'],
    ['Enterprise', 'First year', 'foughtFor', 'setUp'],
    ['Enterprise', 'First year', 'managerLost', 'toldEarly'],
    ['Enterprise', 'Second year', 'reportExport', 'escalation'],
    ['Enterprise', 'Second year', 'reportExport', 'integrations'],
    ['Enterprise', 'Second year', 'priceRise', 'noReturn'],
    ['Enterprise', 'Longer', 'rivalFaster', 'reportExport'],
    ['Enterprise', 'Longer', 'reportExport', 'escalation'],
    ['Enterprise', 'Longer', 'reportExport', 'priceRise'],
    ['Enterprise', 'Longer', 'foughtFor', 'advancing'],
    ['Mid-market', 'First year', 'foughtFor', 'setUp'],
    ['Mid-market', 'First year', 'speed', 'gaps'],
    ['Mid-market', 'Second year', 'escalation', 'integrations'],
    ['Mid-market', 'Second year', 'escalation', 'setUp'],
    ['Mid-market', 'Second year', 'reportExport', 'rivalFaster'],
    ['Mid-market', 'Longer', 'rivalFaster', 'priceRise'],
    ['Mid-market', 'Longer', 'reportExport', 'champion'],
    ['Mid-market', 'Longer', 'rivalFaster', 'escalation'],
    ['Mid-market', 'Longer', 'priceRise', 'speed'],
    ['Small', 'First year', 'foughtFor', 'setUp'],
    ['Small', 'First year', 'escalation', 'gaps'],
    ['Small', 'Second year', 'priceRise', 'redesign'],
    ['Small', 'Longer', 'priceRise', 'reportExport'],
    ['Small', 'Longer', 'priceRise', 'rivalFaster'],
    ['Small', 'Longer', 'escalation', 'contract'],
  ]),
  ...calls('passive', [
    ['Enterprise', 'First year', 'reportExport', 'easy'],
    ['Enterprise', 'First year', 'setUp', 'quick'],
    ['Enterprise', 'First year', 'toldEarly', 'gaps'],
    ['Enterprise', 'Longer', 'speed', 'dependable'],
    ['Mid-market', 'Second year', 'gaps', 'easy'],
    ['Mid-market', 'Second year', 'integrations', 'manager'],
    ['Mid-market', 'Longer', 'priceRise', 'dependable'],
    ['Mid-market', 'Longer', 'reportExport', 'return'],
    ['Small', 'Second year', 'mobile', 'easy'],
    ['Small', 'Longer', 'advancing', 'peers'],
    ['Small', 'Longer', 'noReturn', 'integrations'],
  ]),
  ...calls('promoter', [
    ['Enterprise', 'First year', 'onboarding', 'manager'],
    ['Enterprise', 'Longer', 'manager', 'known'],
    ['Mid-market', 'Second year', 'quick', 'gaps'],
    ['Mid-market', 'Longer', 'return', 'dependable'],
    ['Small', 'First year', 'onboarding', 'quick'],
    ['Small', 'Longer', 'easy', 'peers'],
    ['Small', 'Longer', 'easy', 'mobile'],
  ]),
];

/** The cycle before: 20 detractors, 8 passives, 6 promoters; the price rise was the talk of the day, 11 of 20. */
export const formerCalls: readonly PlannedCall[] = [
  ...calls('detractor', [
    ['Enterprise', 'First year', 'reportExport', 'setUp'],
    ['Enterprise', 'First year', 'escalation', 'setUp'],
    ['Enterprise', 'First year', 'priceRise'],
    ['Enterprise', 'Second year', 'priceRise', 'reportExport'],
    ['Enterprise', 'Second year', 'escalation'],
    ['Enterprise', 'Second year', 'priceRise', 'toldEarly'],
    ['Enterprise', 'Longer', 'priceRise', 'advancing'],
    ['Enterprise', 'Longer', 'priceRise', 'escalation'],
    ['Enterprise', 'Longer', 'rivalFaster', 'priceRise'],
    ['Enterprise', 'Longer', 'gaps', 'managerLost'],
    ['Mid-market', 'First year', 'setUp'],
    ['Mid-market', 'First year', 'setUp', 'speed'],
    ['Mid-market', 'Second year', 'priceRise', 'escalation'],
    ['Mid-market', 'Second year', 'reportExport', 'integrations'],
    ['Mid-market', 'Longer', 'priceRise', 'rivalFaster'],
    ['Mid-market', 'Longer', 'priceRise', 'champion'],
    ['Mid-market', 'Longer', 'escalation', 'integrations'],
    ['Small', 'Longer', 'priceRise', 'redesign'],
    ['Small', 'Longer', 'reportExport', 'rivalFaster'],
    ['Small', 'Longer', 'priceRise', 'escalation'],
  ]),
  ...calls('passive', [
    ['Enterprise', 'First year', 'gaps', 'quick'],
    ['Enterprise', 'Longer', 'advancing', 'manager'],
    ['Mid-market', 'Second year', 'integrations', 'easy'],
    ['Mid-market', 'Longer', 'priceRise', 'return'],
    ['Mid-market', 'Longer', 'toldEarly', 'peers'],
    ['Small', 'Second year', 'champion'],
    ['Small', 'Longer', 'noReturn', 'easy'],
    ['Small', 'Longer', 'contract', 'quick'],
  ]),
  ...calls('promoter', [
    ['Enterprise', 'Second year', 'manager', 'onboarding'],
    ['Enterprise', 'Longer', 'dependable', 'known'],
    ['Mid-market', 'Second year', 'return', 'easy'],
    ['Mid-market', 'Longer', 'manager', 'peers'],
    ['Small', 'Second year', 'dependable'],
    ['Small', 'Longer', 'known', 'return'],
  ]),
];
