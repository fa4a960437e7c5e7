import type { BrowserContext, Page } from '@playwright/test';
import { seededChance } from '#core/model/chance.ts';
import type { Said } from './page/said.ts';
import { within } from './rounds.ts';

/** What is done to a real IndexedDB while notes are taken. */
const faults = ['abort', 'quota', 'closed', 'blocked'] as const;
type Fault = (typeof faults)[number];

/** What a run of rounds found. */
export interface FaultFindings {
  rounds: number;
  /** Rounds in which each fault was met. */
  met: Record<Fault, number>;
  /** Notes that were said to be saved, over all rounds. */
  shown: number;
  /** Those of them that were not there after a reload. */
  silent: string[];
  /** Faults under which a note was typed and no warning stood within a second. */
  unwarned: string[];
  /** The longest that a warning took, milliseconds. */
  slowest: number;
  /** Notes found that nobody typed. */
  strange: string[];
}

/** The page under test: its address and where it keeps its notes. */
export interface Tested {
  url: string;
  database: string;
}

interface Faulted {
  /** Milliseconds since 1970 at which, after `forget`, a note was first entered and a warning first stood; 0 for never. */
  enteredAt: number;
  warnedAt: number;
  forget(): void;
  /** Every write is aborted, for the reason given. */
  aborts: '' | 'AbortError' | 'QuotaExceededError';
}

const warnedWithin = 1_000;

/**
 * Takes notes on one page while its database aborts, is full, is cleared under it, or is held by another page; reloads
 * it in the midst of that or after it has recovered. Only what was said to be saved must be there after the reload: what
 * was not must have been warned of within a second. `isEnough` ends it early.
 */
export async function faultRounds(
  context: BrowserContext,
  tested: Tested,
  rounds: number,
  seed: string,
  isEnough: (found: FaultFindings) => boolean = () => false,
): Promise<FaultFindings> {
  const chance = seededChance(seed);
  const met = { abort: 0, quota: 0, closed: 0, blocked: 0 };
  const found: FaultFindings = {
    rounds: 0,
    met,
    shown: 0,
    silent: [],
    unwarned: [],
    slowest: 0,
    strange: [],
  };
  const typed = new Map<string, string>();
  const shown = new Set<string>();
  const everShown = new Set<string>();
  const page = context.pages()[0] ?? (await context.newPage());
  const said = await listen(page, shown, (id) => everShown.add(id));
  await page.addInitScript(watchFaults);
  await page.goto(tested.url);
  await said.ready();
  for (let round = 1; round <= rounds && !isEnough(found); round++) {
    found.rounds = round;
    const fault = faults[chance.below(faults.length)] ?? 'abort';
    met[fault]++;
    const take = async (count: number, when: string) => {
      for (let i = 0; i < count; i++) {
        const id = `r${round}${when}${i}`;
        typed.set(id, `${id} they wait for the export every Monday`);
        await page.locator('#line').fill(typed.get(id) ?? '');
        await page.locator('#line').press('Enter');
      }
    };
    // Only a database that has been written to can be held, or be gone.
    const atLeast = fault === 'blocked' || fault === 'closed' ? 1 : 0;
    await take(atLeast + chance.below(3), 'before');
    await said.saved(typed);
    await page.evaluate(() => (globalThis as unknown as { faulted: Faulted }).faulted.forget());
    // What is cleared is gone, and the warning takes back what was said of it: the page has to say it again.
    if (fault === 'closed') shown.clear();
    const begun = Date.now();
    const mend = await within(
      begin(fault, context, page, tested),
      30_000,
      `no fault "${fault}" could be made`,
    );
    await take(1 + chance.below(3), 'during');
    // What is cleared says so itself; of the other faults a page knows once it writes.
    const delay = await warned(page, fault === 'closed' ? begun : null);
    if (delay > warnedWithin) found.unwarned.push(`round ${round}, ${fault}: ${delay} ms`);
    else found.slowest = Math.max(found.slowest, delay);
    const recovers = chance.below(2) === 0;
    if (recovers) {
      await mend();
      await said.saved(typed);
    }
    const again = said.ready();
    await page.reload();
    if (!recovers) await mend();
    compare(found, `round ${round}, ${fault}`, (await again).notes, typed, shown);
  }
  found.shown = everShown.size;
  return found;
}

/** Holds what the disk has against what was said of it; goes on with what is there. */
function compare(
  found: FaultFindings,
  where: string,
  disk: Readonly<Record<string, string>>,
  typed: Map<string, string>,
  shown: Set<string>,
): void {
  for (const id of shown)
    if (disk[id] !== typed.get(id)) {
      found.silent.push(`${where}: ${id}`);
      shown.delete(id);
    }
  for (const [id, text] of Object.entries(disk))
    if (typed.get(id) !== text) found.strange.push(`${where}: ${id} "${text}"`);
  for (const id of typed.keys()) if (!(id in disk)) typed.delete(id);
}

/** What the page tells: each note that it says is saved, and what it found when it was loaded. */
async function listen(page: Page, shown: Set<string>, onShown: (id: string) => void) {
  let loaded: (said: Extract<Said, { kind: 'ready' }>) => void = () => {};
  let look = () => {};
  await page.exposeFunction('tell', (text: string) => {
    const said = JSON.parse(text) as Said;
    if (said.kind === 'ready') loaded(said);
    if (said.kind === 'saved')
      for (const id of said.notes) {
        shown.add(id);
        onShown(id);
      }
    look();
  });
  return {
    ready: () =>
      within(
        new Promise<Extract<Said, { kind: 'ready' }>>((done) => {
          loaded = done;
        }),
        30_000,
        'the page did not load',
      ),
    /** All of them were said to be saved. */
    saved: (typed: ReadonlyMap<string, string>) =>
      within(
        new Promise<void>((done) => {
          look = () => {
            if ([...typed.keys()].every((id) => shown.has(id))) done();
          };
          look();
        }),
        30_000,
        'not all was said to be saved',
      ),
  };
}

/** Milliseconds until the warning stood, from then on or from the first note entered; infinite when none came. */
async function warned(page: Page, since: number | null): Promise<number> {
  const read = () => {
    const { enteredAt, warnedAt } = (globalThis as unknown as { faulted: Faulted }).faulted;
    return warnedAt > 0 && { enteredAt, warnedAt };
  };
  const at = await page
    .waitForFunction(read, null, { timeout: 5 * warnedWithin, polling: 20 })
    .then((handle) => handle.jsonValue())
    .catch(() => false as const);
  return at ? Math.max(0, at.warnedAt - (since ?? at.enteredAt)) : Number.POSITIVE_INFINITY;
}

/** Makes the fault; the answer ends it. */
async function begin(
  fault: Fault,
  context: BrowserContext,
  page: Page,
  { url, database }: Tested,
): Promise<() => Promise<unknown>> {
  const { origin } = new URL(url);
  switch (fault) {
    case 'abort':
    case 'quota': {
      const turn = (to: Faulted['aborts']) =>
        page.evaluate((why) => {
          (globalThis as unknown as { faulted: Faulted }).faulted.aborts = why;
        }, to);
      await turn(fault === 'abort' ? 'AbortError' : 'QuotaExceededError');
      return () => turn('');
    }
    case 'closed': {
      const cdp = await context.newCDPSession(page);
      await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
      return () => cdp.detach();
    }
    case 'blocked': {
      const other = await context.newPage();
      await other.goto(new URL('stock.html', url).href);
      await other.evaluate(holdOpen, database);
      return () => other.close();
    }
  }
}

/** Runs in the page before its own code: sees when it warns, and aborts what it writes when told to. */
function watchFaults(): void {
  const faulted: Faulted = {
    enteredAt: 0,
    warnedAt: 0,
    aborts: '',
    forget() {
      faulted.enteredAt = 0;
      faulted.warnedAt = 0;
    },
  };
  Object.assign(globalThis, { faulted });
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Enter') faulted.enteredAt ||= Date.now();
    },
    true,
  );
  new MutationObserver(() => {
    const text = document.getElementById('state')?.textContent ?? '';
    if (text.startsWith('only in memory')) faulted.warnedAt ||= Date.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
  const abort = (transaction: IDBTransaction) => {
    const error = new DOMException('made by the test', faulted.aborts || 'AbortError');
    Object.defineProperty(transaction, 'error', { value: error });
    transaction.abort();
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
    const made = transaction.call(this, stores, mode, options);
    // Its write has been taken by the database by the time the commit turns into an abort.
    if (faulted.aborts && mode === 'readwrite') made.commit = () => abort(made);
    return made;
  };
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...record) {
    const request = add.apply(this, record);
    // For a writer that leaves the commit to the database.
    if (faulted.aborts) request.addEventListener('success', () => abort(this.transaction));
    return request;
  };
}

/** Runs in another page: keeps one transaction on the log going for as long as the page is there. */
function holdOpen(name: string): Promise<void> {
  return new Promise((done) => {
    indexedDB.open(name).onsuccess = (event) => {
      const { result: db } = event.target as IDBOpenDBRequest;
      const store = db.transaction('updates', 'readwrite').objectStore('updates');
      const again = () => {
        store.count().onsuccess = again;
      };
      store.count().onsuccess = () => {
        again();
        done();
      };
    };
  });
}
