import { type Chance, seededChance } from '#core/model/chance.ts';
import {
  type Codebook,
  codebookOf,
  compoundingOf,
  driverTable,
  type InterviewFacts,
  LiveDrivers,
  type MentionFact,
  starterThemes,
} from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { type Line, medians, sink } from './measure.ts';

const interviews = 2_000;
const notes = 40;
/** Calls timed as one, so that the clock is coarse against none. */
const atATime = 50;

/**
 * The driver table over 2,000 interviews of 40 tagged notes after one new mention: kept up to date by `LiveDrivers`, against
 * making it all again from the same rows. Both must say the same, before and after. Beside it, for information, what the
 * pairs of themes of all these interviews take.
 */
export async function bench(): Promise<Line[]> {
  const chance = seededChance('figures');
  const codebook = codebookOf(new Map());
  const facts = Array.from({ length: interviews }, (_, i) => interviewAt(i, chance));
  const live = new LiveDrivers(codebook, facts);
  sameTable(live, facts, codebook);
  let turn = 0;
  const tagOne = () => {
    const at = (turn++ * 283) % interviews;
    const now = { ...(facts[at] as InterviewFacts) };
    now.mentions = [...now.mentions, mentionOf(chance, now.notes + turn)];
    facts[at] = now;
    return now;
  };
  const took = await medians({
    ours: () => {
      for (let i = 0; i < atATime; i++) {
        live.put(tagOne());
        sink.last = live.table('detractor');
      }
    },
    all: () => driverTable(facts, codebook, 'detractor'),
  });
  sameTable(live, facts, codebook);
  const pairs = await medians(
    { pairs: () => compoundingOf(facts, codebook, null) },
    { rounds: 5, warmUp: 1 },
  );
  sink.last = null;
  const size = `${interviews.toLocaleString('en')} interviews of ${notes} tagged notes, Node`;
  return [
    {
      figure: `driver table after one new mention, ${size}`,
      ours: { value: took.ours / atATime, unit: 'ms' },
      baseline: { value: took.all, unit: 'ms', which: 'making it all again' },
      goal: { kind: 'timesFaster', atLeast: 50 },
    },
    {
      figure: `every pair of ${starterThemes.length} themes, exact within bands, ${size}`,
      ours: { value: pairs.pairs, unit: 'ms' },
      goal: { kind: 'none' },
    },
  ];
}

function interviewAt(i: number, chance: Chance): InterviewFacts {
  return {
    interview: `i${String(i).padStart(5, '0')}`,
    cycle: 'q4',
    person: `p${i}`,
    name: `Person ${i}`,
    accountName: `Account ${i % 700}`,
    revenue: 1000 * (i % 90),
    band: bands[i % 3] ?? 'passive',
    score: i % 11,
    segments: { Tier: `Tier ${i % 3}`, Tenure: `Tenure ${i % 4}`, Market: `Market ${i % 7}` },
    interviewer: 'm',
    startedAt: i,
    endedAt: i + 1,
    consentQuote: 'withoutName',
    notes,
    mentions: Array.from({ length: notes }, (_, n) => mentionOf(chance, n)),
    sample: false,
  };
}

/** Few themes are on everybody's lips, most on few. */
function mentionOf(chance: Chance, n: number): MentionFact {
  const at = Math.floor(starterThemes.length * chance.next() ** 2);
  return {
    note: `n${n}`,
    theme: starterThemes[at]?.id ?? '',
    severity: (n % 4) as MentionFact['severity'],
    verbatim: n % 3 === 0,
    valence: 'bad',
    text: `What they said in note ${n}, in a sentence of a usual length.`,
  };
}

function sameTable(live: LiveDrivers, facts: readonly InterviewFacts[], codebook: Codebook): void {
  for (const band of bands)
    if (JSON.stringify(live.table(band)) !== JSON.stringify(driverTable(facts, codebook, band)))
      throw new Error(`the two tables of ${band}s differ`);
}
