import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, seededChance } from '#core/model/chance.ts';
import { draftFrom } from '#pwa/screens/call/draft.ts';
import { Chromium } from './chromium.ts';
import { within } from './rounds.ts';

/** What a run of rounds on the call screen found. */
export interface CallFindings {
  rounds: number;
  /** Notes that the call screen counted as saved, over all rounds. */
  shown: number;
  /** Notes counted as saved that were gone, changed or out of order after a restart. */
  lost: string[];
  /** Lines whose write had completed and that were neither in the capture line nor a note after a restart. */
  lostLines: string[];
  /** Rounds in which an unfinished line was on disk when the kill came. */
  unfinished: number;
  /** The most characters of the unfinished line that a kill took: those typed in the last moment. */
  mostBehind: number;
  /** Notes found that nobody entered. */
  strange: string[];
}

/** Keys after which a round ends whatever was saved: some ten lines. */
const mostKeys = 400;

/** What the call screen shows: its notes, the capture line, and how many notes it counts as saved. */
interface Seen {
  notes: string[];
  line: string;
  saved: number;
  /** The unfinished line as the database has it; null until the screen stands. */
  disk: string | null;
}

/** What the page tells while it is used. */
type Told = { kind: 'saved'; notes: number } | { kind: 'draft'; line: string };

const words = 'the export fails every Monday and nobody tells us until the invoice is late'.split(' ');
const tags = ['Price', 'Speed', 'Reliability', 'Integrations'];
/** As the screen marks them. */
const severities = ['!low', '!!medium', '!!!high'];

/** A line as typed, and as its note must stand on the screen. */
interface Spoken {
  typed: string;
  note: string;
}

function speak(id: string, chance: Chance): Spoken {
  const text = [id, ...words.slice(0, 1 + chance.below(5))].join(' ');
  const tag = tags[chance.below(tags.length)] ?? '';
  const severity = chance.below(3);
  const typed = `${text} #${tag.toLowerCase()} ${'!'.repeat(severity + 1)}`;
  return { typed, note: `${text} | ${tag} | ${severities[severity]}` };
}

/**
 * Holds one call on one profile again and again: types notes with tags, kills the browser at a random moment, starts it
 * anew and goes on in the unfinished line. After each start the screen is held against what it had said before.
 */
export async function callRounds(
  url: string,
  profile: string,
  rounds: number,
  seed: string,
): Promise<CallFindings> {
  const chance = seededChance(seed);
  const found: CallFindings = {
    rounds: 0,
    shown: 0,
    lost: [],
    lostLines: [],
    unfinished: 0,
    mostBehind: 0,
    strange: [],
  };
  /** Every line entered, in order; after a restart cut to those that are there. */
  let entered: Spoken[] = [];
  let line: Spoken = speak('r0n0', chance);
  let typed = '';
  let saved = 0;
  let kept = '';
  for (let round = 0; round <= rounds; round++) {
    // Every other round ends at the very moment a note is shown as saved: the worst one if that was said too early.
    const atASave = round % 2 === 0;
    let savesLeft = atASave ? chance.below(4) : Number.POSITIVE_INFINITY;
    // Counted in keys, not by the clock: on a busy machine as much is typed as on an idle one.
    let keysLeft = atASave ? mostKeys : 1 + chance.below(140);
    let typing = false;
    let kill = () => {};
    const hear = (told: Told) => {
      if (!typing) return;
      if (told.kind === 'draft') kept = told.line;
      else if (told.notes > saved) {
        saved = told.notes;
        if (savesLeft-- <= 0) kill();
      }
    };
    const browser = await openCall(url, profile, hear);
    kill = () => void browser.kill();
    try {
      const seen = await restored(browser, saved);
      found.rounds = round;
      compareNotes(found, round, seen, entered, saved);
      compareLine(found, round, seen, { kept, line, typed });
      entered = seen.notes.map((note) => entered.find((e) => e.note === note) ?? unfinished(note, line));
      saved = seen.saved;
      kept = '';
      if (round === rounds) break;
      const goesOn = seen.line !== '' && line.typed.startsWith(seen.line) && !seen.notes.includes(line.note);
      if (seen.line !== '' && !goesOn) await emptyLine(browser);
      typing = true;
      let end: Promise<void> | null = null;
      try {
        if (!goesOn) line = speak(`r${round}n0`, chance);
        typed = goesOn ? seen.line : '';
        for (let i = 1; browser.isAlive; i++) {
          for (const key of line.typed.slice(typed.length)) {
            await browser.type(key);
            typed += key;
            // Some time within or after what the key has set going.
            if (--keysLeft === 0) end = pause(chance.below(30)).then(() => browser.kill());
            // As fast as keys go, with a breath here and there.
            if (chance.below(6) === 0) await pause(chance.below(25));
            // A browser that died during the breath would never answer the next key.
            if (!browser.isAlive) break;
          }
          if (!browser.isAlive) break;
          entered.push(line);
          await browser.pressEnter();
          line = speak(`r${round}n${i}`, chance);
          typed = '';
        }
      } catch (error) {
        if (browser.isAlive) throw error;
      }
      await end;
    } finally {
      await browser.kill();
    }
  }
  found.shown = saved;
  return found;
}

/** A line that the harness was about to enter when the browser died may have become a note all the same. */
const unfinished = (note: string, line: Spoken): Spoken => (line.note === note ? line : { typed: '', note });

function compareNotes(
  found: CallFindings,
  round: number,
  seen: Seen,
  entered: readonly Spoken[],
  saved: number,
): void {
  for (const [i, { note }] of entered.slice(0, saved).entries())
    if (seen.notes[i] !== note)
      found.lost.push(`round ${round}, note ${i + 1} of ${saved}: "${note}", found "${seen.notes[i]}"`);
  if (seen.saved !== seen.notes.length)
    found.strange.push(`round ${round}: ${seen.saved} counted, ${seen.notes.length} listed`);
  for (const [i, note] of seen.notes.entries())
    if (i >= saved && entered[i]?.note !== note) found.strange.push(`round ${round}: "${note}"`);
}

/** The line on disk may have become a note meanwhile, or grown; lines that were becoming notes must be notes now. */
function compareLine(
  found: CallFindings,
  round: number,
  seen: Seen,
  was: { kept: string; line: Spoken; typed: string },
): void {
  const { line, pending } = draftFrom(was.kept);
  const pieces = [...pending.map((p) => p.line), ...(line === '' ? [] : [line])];
  if (line !== '') found.unfinished++;
  for (const piece of pieces) {
    const [id = ''] = piece.split(' ');
    const isNote = seen.notes.some((note) => note.startsWith(`${id} `));
    if (!isNote && !seen.line.startsWith(piece))
      found.lostLines.push(`round ${round}: "${piece}", found "${seen.line}"`);
  }
  if (was.typed !== '' && was.line.typed.startsWith(seen.line) && !seen.notes.includes(was.line.note))
    found.mostBehind = Math.max(found.mostBehind, was.typed.length - seen.line.length);
}

async function openCall(url: string, profile: string, hear: (told: Told) => void): Promise<Chromium> {
  const browser = await Chromium.start({ profile, url: 'about:blank' }, (text) =>
    hear(JSON.parse(text) as Told),
  );
  await browser.ask('Page.enable');
  await browser.ask('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchCall})()` });
  await browser.ask('Page.navigate', { url });
  return browser;
}

/** Until the call stands, says that all is saved, and shows the line that is on disk. */
async function restored(browser: Chromium, saved: number): Promise<Seen> {
  const question = { expression: `(${lookAtCall})()`, awaitPromise: true, returnByValue: true };
  let seen: Seen = { notes: [], line: '', saved: -1, disk: null };
  const watch = async (): Promise<Seen> => {
    for (;;) {
      // A question asked of a page that is just going away may never be answered: it is asked again.
      const answer = await within(browser.ask('Runtime.evaluate', question), 2_000, 'no answer').catch(
        () => null,
      );
      const value = (answer as { result: { value?: Seen } } | null)?.result.value;
      if (value) seen = value;
      const { line, pending } = draftFrom(seen.disk ?? '');
      if (seen.disk !== null && seen.saved >= 0 && seen.line === line && pending.length === 0) return seen;
      await pause(20);
    }
  };
  try {
    return await within(watch(), 20_000, 'the call does not stand as the disk has it');
  } catch (error) {
    // What is there is judged: too little of it is the finding.
    if (seen.saved >= 0 && browser.isAlive) return seen;
    const text = { expression: 'document.body.innerText' };
    const page = await within(browser.ask('Runtime.evaluate', text), 2_000, 'no page').catch(String);
    throw new Error(`${String(error)}: ${JSON.stringify({ ...seen, before: saved, page })}`);
  }
}

async function emptyLine(browser: Chromium): Promise<void> {
  const key = { key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65, modifiers: 2, commands: ['selectAll'] };
  const back = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };
  for (const press of [key, back]) {
    await browser.ask('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press });
    await browser.ask('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  }
}

/**
 * Runs in the page before the app: tells what the call screen says is saved, and each unfinished line whose write to the
 * disk has completed. It changes nothing of either.
 */
function watchCall(): void {
  const tell = (told: object) =>
    (globalThis as unknown as { tell: (text: string) => void }).tell(JSON.stringify(told));
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: { line?: string }, ...key) {
    if (this.name === 'drafts')
      this.transaction.addEventListener('complete', () => tell({ kind: 'draft', line: value.line ?? '' }));
    return put.call(this, value, ...key);
  };
  const remove = IDBObjectStore.prototype.delete;
  IDBObjectStore.prototype.delete = function (this: IDBObjectStore, key) {
    if (this.name === 'drafts')
      this.transaction.addEventListener('complete', () => tell({ kind: 'draft', line: '' }));
    return remove.call(this, key);
  };
  let before = '';
  new MutationObserver(() => {
    const text = document.querySelector('.ctop .state')?.textContent ?? '';
    if (text === before) return;
    before = text;
    const saved = /^([\d,]+) notes? saved here/.exec(text)?.[1];
    if (saved) tell({ kind: 'saved', notes: Number(saved.replaceAll(',', '')) });
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Runs in the page: what stands on the call screen, and the unfinished line as the database has it. */
async function lookAtCall(): Promise<Seen | null> {
  const line = document.querySelector<HTMLInputElement>('.call-cap input');
  const text = document.querySelector('.ctop .state')?.textContent ?? '';
  const saved = /^([\d,]+) notes? saved here/.exec(text)?.[1] ?? (text.startsWith('Saved here') ? '0' : '-1');
  const held = (await navigator.locks.query()).held ?? [];
  if (!line || !held.some(({ name = '' }) => name.startsWith('sounding-line-'))) return null;
  const said = (at: Element, part: string) =>
    [...at.querySelectorAll(part)].map((e) => e.textContent?.trim()).join(', ');
  const notes = [...document.querySelectorAll('.nl li')].map(
    (item) =>
      `${said(item, 'div > p:first-child')} | ${said(item, '.call-tags .th')} | ${said(item, '.call-tags .sev')}`,
  );
  const interview = location.pathname.split('/').at(-1) ?? '';
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  const stored = names.find((name) => name.endsWith(`/interview/${interview}`)) ?? '';
  const workspace = /^sounding-doc:([^/]+)\//.exec(stored)?.[1];
  if (!workspace) return null;
  const disk = await new Promise<string | null>((done) => {
    const request = indexedDB.open(`sounding-drafts-${workspace}`);
    request.onerror = () => done(null);
    request.onsuccess = () => {
      const db = request.result;
      const get = db.transaction('drafts').objectStore('drafts').get(interview);
      get.onsuccess = () => {
        db.close();
        done((get.result as { line: string } | undefined)?.line ?? '');
      };
    };
  });
  return { notes, line: line.value, saved: Number(saved.replaceAll(',', '')), disk };
}
