import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, seededChance } from '#core/model/chance.ts';
import { Chromium } from './chromium.ts';
import type { Said } from './page/said.ts';

/** What a run of rounds found. */
export interface Findings {
  rounds: number;
  /** Notes that were shown as saved, over all rounds. */
  shown: number;
  /** Those of them that were gone or changed after a restart. */
  lost: string[];
  /** Pieces of the unfinished line that were said to be kept and were gone after a restart. */
  lostLines: string[];
  /** Rounds in which an unfinished line was on disk when the kill came. */
  unfinished: number;
  /** Notes found that nobody typed, and updates that were unreadable. */
  strange: string[];
}

const words = 'the export fails every Monday and nobody tells us until the invoice is already late'.split(
  ' ',
);

/**
 * Starts the browser on one profile again and again, types notes as fast as keys go, and kills it at a random moment.
 * After each start what the page finds on disk is held against what it had shown. `isEnough` ends it early.
 */
export async function crashRounds(
  url: string,
  profile: string,
  rounds: number,
  seed: string,
  isEnough: (found: Findings) => boolean = () => false,
): Promise<Findings> {
  const chance = seededChance(seed);
  const found: Findings = { rounds: 0, shown: 0, lost: [], lostLines: [], unfinished: 0, strange: [] };
  const typed = new Map<string, string>();
  const shown = new Set<string>();
  let keptLine = '';
  for (let round = 0; round <= rounds; round++) {
    let heard: (said: Said) => void = () => {};
    // Every other round ends at the very moment a note is shown as saved: the worst one if that was said too early.
    let savesLeft = round % 2 === 0 ? chance.below(12) : Number.POSITIVE_INFINITY;
    let typing = false;
    const ready = new Promise<Extract<Said, { kind: 'ready' }>>((done) => {
      heard = (said) => {
        if (said.kind === 'ready') done(said);
        else if (said.kind === 'draft') keptLine = said.line;
        else if (said.notes.some((id) => !shown.has(id))) {
          for (const id of said.notes) shown.add(id);
          if (typing && savesLeft-- <= 0) kill();
        }
      };
    });
    let kill = () => {};
    const browser = await Chromium.start({ profile, url }, (text) => heard(JSON.parse(text) as Said));
    kill = () => void browser.kill();
    try {
      const disk = await within(ready, 60_000, 'the page did not load');
      compare(found, round, disk, { typed, shown, keptLine });
      keptLine = '';
      typing = true;
      found.rounds = round;
      if (isEnough(found)) break;
      if (round < rounds) await typeUntilKilled(browser, chance, round, typed);
    } finally {
      await browser.kill();
    }
  }
  found.shown += shown.size;
  return found;
}

function compare(
  found: Findings,
  round: number,
  disk: Extract<Said, { kind: 'ready' }>,
  was: { typed: Map<string, string>; shown: Set<string>; keptLine: string },
): void {
  for (const id of was.shown)
    if (disk.notes[id] !== was.typed.get(id)) {
      found.lost.push(`round ${round}: ${id}`);
      was.shown.delete(id);
      found.shown++;
    }
  for (const [id, text] of Object.entries(disk.notes))
    if (was.typed.get(id) !== text) found.strange.push(`round ${round}: ${id} "${text}"`);
  if (disk.faults > 0) found.strange.push(`round ${round}: ${disk.faults} faults`);
  // The line may have become a note meanwhile, or grown: each piece of it must be somewhere.
  const pieces = was.keptLine.split('\n').filter((piece) => piece !== '');
  if (pieces.length > 0) found.unfinished++;
  const notes = Object.values(disk.notes);
  for (const piece of pieces)
    if (
      !disk.draft.split('\n').some((line) => line.startsWith(piece)) &&
      !notes.some((note) => note.startsWith(piece))
    )
      found.lostLines.push(`round ${round}: "${piece}", found "${disk.draft}"`);
}

async function typeUntilKilled(
  browser: Chromium,
  chance: Chance,
  round: number,
  typed: Map<string, string>,
): Promise<void> {
  const end = pause(40 + chance.below(700)).then(() => browser.kill());
  try {
    for (let i = 0; browser.isAlive; i++) {
      const id = `r${round}n${i}`;
      const text = [id, ...words.slice(0, 1 + chance.below(5))].join(' ');
      typed.set(id, text);
      await browser.type(text);
      await browser.pressEnter();
    }
  } catch (error) {
    if (browser.isAlive) throw error;
  }
  await end;
}

/** The promise's value, or an error after so many milliseconds. */
export async function within<T>(promise: Promise<T>, milliseconds: number, why: string): Promise<T> {
  const stop = new AbortController();
  const late = pause(milliseconds, null, { signal: stop.signal }).then(
    () => Promise.reject(new Error(`${why} within ${milliseconds} ms`)),
    () => new Promise<never>(() => {}),
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
  }
}
