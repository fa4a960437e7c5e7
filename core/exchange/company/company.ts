import type { Chance } from '../../model/chance.ts';
import type { Change } from '../../model/change.ts';
import { docName } from '../../model/docName.ts';
import { type CycleId, parseId, type WaveId, type WorkspaceId } from '../../model/ids.ts';
import type { PersonState } from '../../sample/index.ts';
import type { BuiltWave } from '../../waves/index.ts';
import { type Account, emailOf, makeRegistry } from './accounts.ts';
import { type Answer, answersOf, type Pinned } from './answers.ts';
import { type CastCall, castFor } from './cast.ts';
import { commentOn } from './comments.ts';
import { cycleChanges } from './cycle.ts';
import { dayOf, mondayOf, quarterOf, workdaysBefore } from './dates.ts';
import { formerCalls, newestCalls } from './plan.ts';
import { rivalChanges } from './rivals.ts';
import { before, newest } from './shape.ts';
import { makeSpeech, type Speech } from './speech.ts';
import { themeChanges, topicOf } from './themes.ts';
import { inventedWave } from './wave.ts';

/** Where the invented company is to appear, when, and by which seed. */
export interface CompanyWish {
  workspace: WorkspaceId;
  /** YYYY-MM-DD; the newest survey closed eleven days before, the last interviews were held on the working day before. */
  today: string;
  /** Seeded: the same seed and day give the same company. */
  chance: Chance;
}

/** Everything of the invented company, marked as sample. */
export interface Company {
  /** Older first. */
  waves: readonly BuiltWave[];
  /** For the workspace, codebook, cycle and interview documents. */
  changes: readonly Change[];
}

/**
 * Quillon, an invented maker of finance software: two quarterly cycles with 1,612 and 1,648 answers, 34 and 48
 * interviews, and what they found. Names, companies and words are made up; addresses end in .example, telephone
 * numbers lie in ranges kept for fiction. The ids follow the quarter, so that adding the same quarter twice is once.
 */
export function makeCompany({ workspace, today, chance }: CompanyWish): Company {
  const closed = dayOf(today) - 11;
  const codebook = docName(workspace, 'codebook');
  const registry = makeRegistry(chance);
  const ines = inesDuarte();
  const newestAnswers = answersOf(
    { shape: newest, days: daysUntil(closed), known: [], pinned: { ...ines, band: 'detractor', score: 4 } },
    registry,
    chance,
  );
  const known = [...new Set(newestAnswers.map(({ account }) => account))].filter((a) => a !== ines.account);
  const formerPinned = { ...ines, band: 'passive', score: 7 } as const;
  const formerAnswers = answersOf(
    { shape: before, days: daysUntil(closed - 91), known, pinned: formerPinned },
    registry,
    chance,
  );
  const taken = new Set([ines.contact]);
  const former = { answers: formerAnswers, held: castFor(formerCalls, formerAnswers, taken, chance) };
  const now = { answers: newestAnswers, held: castFor(newestCalls, newestAnswers, taken, chance) };
  const speech = makeSpeech();
  for (const { answers, held } of [now, former]) writeComments(answers, held, ines, speech, chance);
  const rounds = [
    // The newest first: what is said best is said there.
    roundOf(workspace, now, closed, waiting(now.answers, taken, ines), speech, chance),
    roundOf(workspace, former, closed - 91, [], speech, chance),
  ].reverse();
  return {
    waves: rounds.map(({ wave }) => wave),
    changes: [
      ...themeChanges(codebook),
      ...rivalChanges(codebook),
      ...rounds.flatMap(({ changes }) => changes),
    ],
  };
}

/** Eight days of survey, the last one given. */
function daysUntil(closed: number): number[] {
  return Array.from({ length: 8 }, (_, i) => closed - 7 + i);
}

interface Round {
  answers: readonly Answer[];
  held: readonly CastCall[];
}

type Others = Parameters<typeof cycleChanges>[0]['others'];

function roundOf(
  workspace: WorkspaceId,
  { answers, held }: Round,
  closed: number,
  others: Others,
  speech: Speech,
  chance: Chance,
): { wave: BuiltWave; changes: Change[] } {
  const opened = closed - 7;
  const name = quarterOf(opened);
  const { cycle, wave } = idsOf(name);
  const changes = cycleChanges(
    {
      workspace,
      id: cycle,
      wave,
      name,
      startsOn: mondayOf(opened),
      held,
      days: workdaysBefore(closed + 11, 6),
      others,
    },
    speech,
    chance,
  );
  return {
    wave: inventedWave({ id: wave, cycle, cycleName: name, importedOn: closed + 1, answers }),
    changes,
  };
}

function idsOf(quarter: string): { cycle: CycleId; wave: WaveId } {
  const text = `sample-${quarter.toLowerCase().replace(' ', '-')}`;
  const [cycle, wave] = [parseId<'cycle'>(text), parseId<'wave'>(text)];
  if (!cycle.ok || !wave.ok) throw new Error(`no id: ${text}`);
  return { cycle: cycle.value, wave: wave.value };
}

/** Who is about to be called on the pictures of the call screen: she moved her month end onto Reports in May. */
function inesDuarte(): Omit<Pinned, 'band' | 'score'> {
  const account: Account = {
    name: 'Brightwater Logistics',
    domain: 'brightwater.example',
    crmId: 'ACC-10000',
    tier: 'Enterprise',
    tenure: 'First year',
    market: 'UK and Ireland',
    manager: 'Callum Reid',
    revenue: 148_000,
    place: { timeZone: 'Europe/London', language: 'en', phone: '' },
    contacts: [],
  };
  const name = 'Ines Duarte';
  const contact = {
    name,
    email: emailOf(name, account.domain),
    phone: '+44 20 7946 0112',
    role: 'Head of finance operations',
    crmId: 'CON-40000',
    optOut: false,
  };
  account.contacts.push(contact);
  const { tier, tenure, market } = account;
  return { account, contact, tier, tenure, market, product: 'Reports' };
}

const inesSays =
  'We moved our month-end onto Reports in May. Since then the export has failed on close day three times. ' +
  'Support is polite, but by the time someone senior looks, we have rebuilt it in Excel.';

/** Everybody's comment; those who are interviewed write about what they will raise. */
function writeComments(
  answers: readonly Answer[],
  held: readonly CastCall[],
  ines: Pick<Pinned, 'contact'>,
  speech: Speech,
  chance: Chance,
): void {
  for (const answer of answers) answer.comment = commentOn(answer, chance);
  for (const { answer, plan } of held) {
    const [first] = plan.topics;
    if (first) answer.comment = speech.comment(topicOf(first).voice);
  }
  const hers = answers.find(({ contact }) => contact === ines.contact);
  if (hers) hers.comment = hers.band === 'detractor' ? inesSays : '';
}

/** The rest of the newest roster: who is still to be called, who said no and who did not come. */
const stillOpen: readonly Pick<Answer & { state: PersonState }, 'tier' | 'band' | 'state'>[] = [
  { tier: 'Mid-market', band: 'passive', state: 'selected' },
  { tier: 'Small', band: 'promoter', state: 'selected' },
  { tier: 'Enterprise', band: 'detractor', state: 'invited' },
  { tier: 'Enterprise', band: 'passive', state: 'scheduled' },
  { tier: 'Small', band: 'detractor', state: 'declined' },
  { tier: 'Mid-market', band: 'detractor', state: 'noShow' },
];

function waiting(
  answers: readonly Answer[],
  taken: Set<Answer['contact']>,
  ines: Pick<Pinned, 'contact'>,
): Others {
  const rows = answers.map((answer, row) => ({ answer, row }));
  const hers = rows.filter(({ answer }) => answer.contact === ines.contact);
  const others = stillOpen.flatMap(({ tier, band, state }) => {
    const free = rows.find(
      ({ answer }) =>
        answer.tier === tier &&
        answer.band === band &&
        answer.contact.email !== '' &&
        answer.contact.phone !== '' &&
        !answer.contact.optOut &&
        !taken.has(answer.contact),
    );
    if (!free) return [];
    taken.add(free.answer.contact);
    return [{ ...free, state }];
  });
  return [...hers.map((her) => ({ ...her, state: 'selected' as const })), ...others];
}
