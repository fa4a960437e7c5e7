import type { Chance } from '../../model/chance.ts';
import { accountManagers, type MarketNames, namesOf, type Place, roles } from './names.ts';
import type { Market, Tenure, Tier } from './shape.ts';

/** An invented customer company. */
export interface Account {
  name: string;
  domain: string;
  crmId: string;
  tier: Tier;
  /** When the newest wave was answered. */
  tenure: Tenure;
  market: Market;
  manager: string;
  /** Pounds a year. */
  revenue: number;
  place: Place;
  contacts: Contact[];
}

/** Somebody who works there. */
export interface Contact {
  name: string;
  /** Empty for a few whom nobody can reach. */
  email: string;
  phone: string;
  role: string;
  crmId: string;
  optOut: boolean;
}

/** Invents accounts and people, no name twice. */
export interface Registry {
  newAccount(tier: Tier, tenure: Tenure, market: Market): Account;
  /** Adds somebody to an account. */
  newContact(account: Account): Contact;
}

/** Pounds a year, lowest and highest, by tier. */
const revenueOf: Readonly<Record<Tier, readonly [number, number]>> = {
  Enterprise: [90_000, 270_000],
  'Mid-market': [24_000, 82_000],
  Small: [4_000, 18_000],
};

/** A registry that has named nobody yet. */
export function makeRegistry(chance: Chance): Registry {
  const taken = new Set<string>();
  let accounts = 10_000;
  let contacts = 40_000;
  // What makes an address must be new: two people or companies that differ in an accent alone would share one.
  const unused = (make: () => string, addressed: (name: string) => string): string => {
    for (;;) {
      const name = make();
      const address = addressed(name);
      if (taken.has(address)) continue;
      taken.add(address);
      return name;
    }
  };
  return {
    newAccount(tier, tenure, market) {
      const names = namesOf[market];
      const name = unused(() => companyName(names, chance), domainOf);
      const [low, high] = revenueOf[tier];
      return {
        name,
        domain: domainOf(name),
        crmId: `ACC-${++accounts}`,
        tier,
        tenure,
        market,
        manager: oneOf(accountManagers[market], chance),
        revenue: Math.round((low + chance.next() ** 2 * (high - low)) / 500) * 500,
        place: oneOf(names.places, chance),
        contacts: [],
      };
    },
    newContact(account) {
      const names = namesOf[account.market];
      const name = unused(() => `${oneOf(names.first, chance)} ${oneOf(names.last, chance)}`, plainOf);
      const isLost = chance.below(100) === 0;
      const contact: Contact = {
        name,
        email: isLost ? '' : emailOf(name, account.domain),
        phone: isLost || chance.below(4) === 0 ? '' : phoneIn(account.place, chance),
        role: oneOf(roles[account.tier], chance),
        crmId: `CON-${++contacts}`,
        optOut: chance.below(33) === 0,
      };
      account.contacts.push(contact);
      return contact;
    },
  };
}

function companyName({ roots, kinds, forms }: MarketNames, chance: Chance): string {
  return `${oneOf(roots, chance)} ${oneOf(kinds, chance)}${oneOf(forms, chance)}`;
}

/** "Harcombe Foods Ltd" -> "harcombefoods.example". */
function domainOf(name: string): string {
  return `${plainOf(name.split(' ').slice(0, 2).join(''))}.example`;
}

/** first.last@domain, without accents. */
export function emailOf(name: string, domain: string): string {
  return `${name.split(' ').map(plainOf).join('.')}@${domain}`;
}

function phoneIn({ phone }: Place, chance: Chance): string {
  return phone.replace(/#/g, () => String(chance.below(10)));
}

/** Lower-case letters and digits alone. */
function plainOf(text: string): string {
  return text
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** One of a list, each as likely. */
export function oneOf<T>(items: readonly T[], chance: Chance): T {
  return items[chance.below(items.length)] as T;
}
