import { type Chance, shuffled } from '../../model/chance.ts';
import { type Band, bands } from '../../waves/index.ts';
import { type Account, type Contact, oneOf, type Registry } from './accounts.ts';
import {
  bandPlace,
  type Market,
  markets,
  type Product,
  products,
  type Tenure,
  type Three,
  type Tier,
  tenures,
  tiers,
  type WaveShape,
} from './shape.ts';

/** One row of an invented survey file. */
export interface Answer {
  account: Account;
  contact: Contact;
  tier: Tier;
  /** At the time of the wave. */
  tenure: Tenure;
  market: Market;
  product: Product;
  /** Null for those who did not answer. */
  band: Band | null;
  score: number | null;
  comment: string;
  /** Days since 1970, or null without an answer. */
  day: number | null;
}

/** A place to be filled with a person. */
type Slot = Pick<Answer, 'tier' | 'tenure' | 'market' | 'product'> & { band: Band };

/** How often each score occurs within its band. */
const scoreWeights: Readonly<Record<Band, readonly (readonly [score: number, weight: number])[]>> = {
  detractor: [
    [0, 6],
    [1, 4],
    [2, 8],
    [3, 12],
    [4, 16],
    [5, 24],
    [6, 30],
  ],
  passive: [
    [7, 45],
    [8, 55],
  ],
  promoter: [
    [9, 48],
    [10, 52],
  ],
};

/** People of an account who answer, fewest and most. */
const teamSize: Readonly<Record<Tier, readonly [number, number]>> = {
  Enterprise: [2, 6],
  'Mid-market': [1, 4],
  Small: [1, 2],
};

/** Somebody who stands in the wave whatever the seed: Ines Duarte, who is about to be called. */
export interface Pinned extends Pick<Answer, 'tier' | 'tenure' | 'market' | 'product' | 'score'> {
  band: Band;
  account: Account;
  contact: Contact;
}

/** What a wave is made from. `known`: accounts of the newer wave, from which an older one takes people it shares. */
export interface WaveRecipe {
  shape: WaveShape;
  /** Days on which answers come in, first to last. */
  days: readonly number[];
  known: readonly Account[];
  pinned: Pinned;
}

/** All rows of a wave, the silent among them, in the order in which they would stand in a file. Comments are empty. */
export function answersOf(recipe: WaveRecipe, registry: Registry, chance: Chance): Answer[] {
  const slots = slotsOf(recipe.shape, chance);
  claimSlot(slots, recipe.pinned);
  const seated = [...Map.groupBy(slots, (s) => `${s.tier}|${s.tenure}|${s.market}`).values()].flatMap(
    (group) => seat(group, recipe.known, registry, chance),
  );
  const answers = seated.map(({ slot, account, contact }) =>
    answered(slot, account, contact, recipe.days, chance),
  );
  const { pinned } = recipe;
  answers.push({ ...pinned, comment: '', day: recipe.days[Math.floor(recipe.days.length / 2)] ?? null });
  const accounts = [...new Set(seated.map(({ account }) => account))];
  const silent = Array.from({ length: recipe.shape.silent }, () =>
    unanswered(oneOf(accounts, chance), registry, chance),
  );
  return inFileOrder([...answers, ...silent], chance);
}

/** Every answer of the shape; market and product are dealt out within each band, so that all totals are met exactly. */
function slotsOf(shape: WaveShape, chance: Chance): Slot[] {
  return bands.flatMap((band) => {
    const dealt = <T extends string>(names: readonly T[], counts: Readonly<Record<T, Three>>) =>
      shuffled(
        names.flatMap((name) => Array.from({ length: counts[name][bandPlace[band]] }, () => name)),
        chance,
      );
    const [market, product] = [dealt(markets, shape.markets), dealt(products, shape.products)];
    const cells = tiers.flatMap((tier) =>
      tenures.flatMap((tenure) =>
        Array.from({ length: shape.cells[tier][tenure][bandPlace[band]] }, () => ({ tier, tenure })),
      ),
    );
    if (market.length !== cells.length || product.length !== cells.length)
      throw new Error(`the shape has ${cells.length} ${band}s, but ${market.length} by market`);
    return cells.map((cell, i) => ({
      ...cell,
      band,
      market: market[i] as Market,
      product: product[i] as Product,
    }));
  });
}

/** Takes one slot out for the pinned person, swapping market and product with others of the band so that totals hold. */
function claimSlot(slots: Slot[], { tier, tenure, market, product, band }: Pinned): void {
  const at = slots.findIndex((s) => s.tier === tier && s.tenure === tenure && s.band === band);
  const mine = slots[at];
  const ofMarket = slots.find((s) => s.band === band && s.market === market);
  const ofProduct = slots.find((s) => s.band === band && s.product === product);
  if (!mine || !ofMarket || !ofProduct) throw new Error('the shape has no place for the pinned person');
  ofMarket.market = mine.market;
  ofProduct.product = mine.product;
  slots.splice(at, 1);
}

interface Seat {
  slot: Slot;
  account: Account;
  contact: Contact;
}

/** Fills the slots of one tier, tenure and market with accounts, known ones first, and their people. */
function seat(group: readonly Slot[], known: readonly Account[], registry: Registry, chance: Chance): Seat[] {
  const slots = shuffled(group, chance);
  const [{ tier, tenure, market } = group[0] as Slot] = slots;
  const waiting = known.filter(
    (a) => a.tier === tier && a.market === market && tenureBefore(a.tenure, chance) === tenure,
  );
  const seats: Seat[] = [];
  while (slots.length > 0) {
    const account = waiting.shift() ?? registry.newAccount(tier, tenure, market);
    const [fewest, most] = teamSize[tier];
    const size = Math.min(slots.length, fewest + chance.below(most - fewest + 1));
    const team = account.contacts.slice(0, size);
    for (let i = 0; i < size; i++) {
      const slot = slots.pop() as Slot;
      seats.push({ slot, account, contact: team[i] ?? registry.newContact(account) });
    }
  }
  return seats;
}

/** How long a customer of today had been one a quarter ago: some of the first year were new then, some not there. */
function tenureBefore(tenure: Tenure, chance: Chance): Tenure | null {
  if (tenure === 'First 90 days' || chance.below(3) === 0) return null;
  return tenure === 'First year' && chance.below(3) === 0 ? 'First 90 days' : tenure;
}

function answered(
  slot: Slot,
  account: Account,
  contact: Contact,
  days: readonly number[],
  chance: Chance,
): Answer {
  // Most answer on the first days.
  const day = days[Math.floor(chance.next() ** 1.8 * days.length)] as number;
  return { ...slot, account, contact, score: scoreIn(slot.band, chance), comment: '', day };
}

function scoreIn(band: Band, chance: Chance): number {
  const weights = scoreWeights[band];
  let left = chance.below(weights.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [score, weight] of weights) {
    if (left < weight) return score;
    left -= weight;
  }
  throw new Error('weights add up');
}

function unanswered(account: Account, registry: Registry, chance: Chance): Answer {
  const { tier, tenure, market } = account;
  const product = oneOf(products.slice(0, 4), chance);
  const contact = registry.newContact(account);
  return { account, contact, tier, tenure, market, product, band: null, score: null, comment: '', day: null };
}

/** By day; those who did not answer stand anywhere, as they do in a file of all invited. */
function inFileOrder(answers: readonly Answer[], chance: Chance): Answer[] {
  const days = answers.flatMap((a) => (a.day === null ? [] : [a.day]));
  return shuffled(answers, chance)
    .map((answer) => ({ answer, at: answer.day ?? oneOf(days, chance) }))
    .sort((a, b) => a.at - b.at)
    .map(({ answer }) => answer);
}
