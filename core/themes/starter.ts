import { type Id, parseId, type ThemeId } from '../model/ids.ts';
import { type Category, type Theme, theme } from './records.ts';

/**
 * Themes every workspace starts with. The ids never change: they are what mentions point to, and the same on every
 * device, so nobody has to write them first. What people change about one is stored over it (see codebookOf).
 */
const product: readonly Line[] = [
  ['gaps', 'Missing feature', 'Something they need that the product does not do.'],
  ['usability', 'Hard to use', 'Tasks take more steps, thought or training than they should.'],
  ['speed', 'Speed', 'Waiting for screens, reports or jobs.'],
  ['reliability', 'Reliability', 'It fails, loses work or is down when it is needed.'],
  ['mobile', 'Mobile', 'What can and cannot be done on a phone or tablet.'],
  ['integrations', 'Integrations', 'Working with the other systems they use.'],
  ['set-up-debts', 'Old set-up debts', 'Shortcuts from the first set-up that still cost them today.', 'rare'],
  ['still-advancing', 'Are we still advancing', 'Whether the product keeps moving or stands still.', 'rare'],
];

const service: readonly Line[] = [
  ['responsiveness', 'Responsiveness', 'How quickly somebody answers.'],
  ['resolution', 'Resolution', 'Whether the problem is really solved, and at the first attempt.'],
  ['onboarding', 'Onboarding', 'From the signature to the first day of real use.'],
  ['account-manager', 'Account manager', 'The person who looks after them: presence, knowledge, changes.'],
  ['communication', 'Communication', 'Being kept informed, clearly and in time.'],
  ['being-known', 'Being known', 'They need not explain who they are and what they do each time.', 'rare'],
  ['being-fought-for', 'Being fought for', 'Somebody inside argues for them.', 'rare'],
  ['being-told-early', 'Being told early', 'Bad news and changes reach them before the damage.', 'rare'],
  ['mattering', 'Mattering', 'Feeling like a customer who counts, not one among many.', 'rare'],
  ['one-champion', 'One champion carries it', 'It all hangs on one person at the customer.', 'rare'],
  ['trust-in-leadership', 'Trust in the leadership', 'Confidence in the people who run our company.', 'rare'],
];

const value: readonly Line[] = [
  ['price', 'Price', 'What they pay, how it rose and how it is explained.'],
  ['visible-return', 'Visible return', 'Whether they can show what they get for the money.'],
  ['relative-cost', 'Cost against others', 'The price beside what others ask for the same.'],
  ['contract', 'Contract', 'Terms, length, renewal and notice.'],
  ['strategic-fit', 'Fit with their strategy', 'Whether we are part of where they are going.', 'rare'],
  ['defending-us', 'Effort to defend us inside', 'What it costs them to justify us to colleagues.', 'rare'],
  ['too-many-vendors', 'Too many vendors', 'Pressure to cut the number of suppliers.', 'rare'],
];

const competitive: readonly Line[] = [
  ['rival', 'A rival', 'A named competitor they know, tried or weigh.'],
  ['rival-feature', 'A rival’s feature', 'Something a competitor has and we do not.'],
  ['rival-message', 'A rival’s message', 'What a competitor claims, and whether they believe it.'],
  ['peers', 'What peers say', 'Opinion among colleagues in other companies.', 'rare'],
];

/** Last part of the id, name, definition, and whether surveys rarely ask about it. */
type Line = readonly [id: string, name: string, definition: string, rare?: 'rare'];

/** "service", "responsiveness" -> the id that mentions of it carry. */
export function starterId(category: Category, last: string): ThemeId {
  const id = parseId<'theme'>(`starter-${category}-${last}`);
  if (!id.ok) throw new Error(`not a starter theme: ${category} ${last}`);
  return id.value;
}

const byCategory = { product, service, value, competitive } as const;
const lines = (Object.keys(byCategory) as Category[]).flatMap((category) =>
  byCategory[category].map((line) => ({ category, line })),
);

/** The starter codebook, by category. */
export const starterThemes: readonly Theme[] = lines.map(({ category, line: [last, name, definition] }) => {
  const parsed = theme.parse(starterId(category, last), { name, category, definition, starter: true });
  if (!parsed.ok) throw new Error(parsed.why.problems.join());
  return parsed.value;
});

/** Starter themes that surveys rarely ask about: relations, fit, effort, trust. */
export const rarelyAsked: ReadonlySet<Id<'theme'>> = new Set(
  lines.filter(({ line }) => line[3] === 'rare').map(({ category, line }) => starterId(category, line[0])),
);
