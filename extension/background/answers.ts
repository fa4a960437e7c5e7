import type { WorkspaceDatabase } from '#core/browser/database.ts';
import { bucketOf, peoplePart, waveFigures } from '#core/browser/overlay/records.ts';

import { makeLookup } from '#core/browser/waves/index.ts';
import type { CardFacts } from '#core/ports/waves.ts';
import { bandOf } from '#core/scores/index.ts';
import { openGeneration } from './intake.ts';
import type { CardPerson, CardSegment } from './messages.ts';
import { readLive, readRow } from './store.ts';
import { clipped, plainText } from './text.ts';

let opened: { generation: string; database: WorkspaceDatabase } | null = null;

/** The person of an e-mail address, from what the app handed over in full; null when nobody has it. */
export async function findPerson(email: string): Promise<CardFacts | null> {
  const current = await readRow('current');
  if (!current) return null;
  try {
    return await makeLookup(shardsOf(current.generation)).byEmail(email);
  } catch (error) {
    // The generation was replaced while it was read; the one that answers now is asked instead.
    const next = await readRow('current');
    if (!next || next.generation === current.generation) throw error;
    return makeLookup(shardsOf(next.generation)).byEmail(email);
  }
}

/** One connection, to the generation that answers. An older one is let go once it is deleted. */
function shardsOf(generation: string): WorkspaceDatabase {
  if (opened?.generation === generation) return opened.database;
  const database = openGeneration(generation);
  // Let go in silence when it is deleted: that is how a generation ends.
  database.on('versionchange', () => {
    database.close();
    if (opened?.database === database) opened = null;
    return false;
  });
  opened = { generation, database };
  return database;
}

/** Lets go of the shards. */
export function closeShards(): void {
  opened?.database.close();
  opened = null;
}

const longestComment = 4_000;
const longestName = 200;
const mostSegments = 12;
const mostThemes = 12;

/** Everything the card says about a person, cut to what a card can hold. Null once the data are gone. */
export async function cardPersonOf(
  facts: CardFacts,
  how: { site: string; chosen: boolean },
): Promise<CardPerson | null> {
  const [current, pairing] = await Promise.all([readRow('current'), readRow('pairing')]);
  if (!current || !pairing) return null;
  const figures = await readLive(`figures:${facts.wave}`, waveFigures);
  const people = await readLive(`people:${bucketOf(facts.key)}`, peoplePart);
  const said = people && Object.hasOwn(people, facts.key) ? people[facts.key] : undefined;
  const comment = plainText(facts.comment);
  const score = readScore(facts.score);
  return {
    name: clipped(facts.name, longestName),
    email: clipped(facts.email, 254),
    accountName: clipped(facts.accountName, longestName),
    score,
    metric: facts.metric,
    band: score === null || facts.metric === 'csat' ? null : bandOf(score),
    answeredOn: clipped(facts.answeredOn, 10),
    cycleName: clipped(facts.cycleName, 80),
    comment: clipped(comment, longestComment),
    commentIsCut: comment.length > longestComment,
    segments: facts.segments.slice(0, mostSegments).map(([dimension, value]): CardSegment => {
      const known = figures?.segments.find((s) => s.dimension === dimension && s.value === value);
      return {
        dimension: clipped(dimension, longestName),
        value: clipped(value, longestName),
        nps: known?.nps ?? null,
        n: known?.n ?? 0,
        isSmall: known?.isSmall ?? true,
        beyondNoise: known?.beyondNoise ?? false,
      };
    }),
    interview: said ? { ...said.last, count: said.interviews } : null,
    themes: (said?.themes ?? [])
      .slice(0, mostThemes)
      .map((theme) => ({ ...theme, name: clipped(theme.name, longestName) })),
    sample: figures?.sample ?? false,
    ...how,
    asOf: current.holds.asOf,
    app: pairing.origin,
  };
}

const readScore = (score: number | null): number | null =>
  score !== null && Number.isInteger(score) && score >= 0 && score <= 10 ? score : null;
