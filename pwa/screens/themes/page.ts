import {
  type BookStep,
  type InterviewFacts,
  type Measure,
  measure,
  measuresOf,
  type Rival,
  type RivalRow,
  rivalsUnder,
  rivalTable,
} from '#core/themes/index.ts';
import type { BookReading } from './book.ts';
import { type MentionView, mentionsOf } from './mentions.ts';
import type { Listing, Row } from './rows.ts';

/** A competitor under a theme, with what the calls of the cycle on screen say of it; null where none names it. */
export interface RivalOnPage {
  rival: Rival;
  row: RivalRow | null;
}

/** All of one theme. */
export interface Page {
  row: Row;
  /** Of the cycle on screen, those of its parts included. */
  mentions: readonly MentionView[];
  measures: readonly Measure[];
  rivals: readonly RivalOnPage[];
  /** What was done to it, the latest first. */
  steps: readonly BookStep[];
}

/** One theme with everything known of it; a merged one is the theme it counts for. Null where there is none. */
export function pageOf(
  on: BookReading,
  facts: readonly InterviewFacts[],
  { groups, retired }: Listing,
  asked: string,
): Page | null {
  const id = on.book.resolve(asked);
  const row = findRow([...groups.flatMap((g) => g.rows), ...retired], id);
  if (!row) return null;
  return {
    row,
    mentions: mentionsOf(facts, on.book, (theme) => theme === id || on.broader.above(theme).includes(id)),
    measures: measuresOf(on.read(measure.collection), on.book, id),
    rivals: rivalsOn(on, facts, id),
    steps: on.steps.filter((s) => s.writes.some((w) => w.id === id || w.now.theme === id)),
  };
}

function rivalsOn(on: BookReading, facts: readonly InterviewFacts[], theme: string): RivalOnPage[] {
  const under = rivalsUnder(on.rivals, on.book, theme);
  const { rows } = rivalTable(facts, under, on.book);
  return under.map((rival) => ({ rival, row: rows.find((r) => r.competitor === rival.id) ?? null }));
}

function findRow(rows: readonly Row[], id: string): Row | null {
  for (const row of rows) {
    const found = row.theme.id === id ? row : findRow(row.parts, id);
    if (found) return found;
  }
  return null;
}
