import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { seededChance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { type Id, parseId } from '#core/model/ids.ts';
import type { Stored } from '#core/model/record.ts';
import { recordsIn } from '#core/model/record.ts';
import { interviewHead, mention, note, notesOf, type TaggedNote } from '#core/notes/index.ts';
import { applyChanges, readCollection } from '#core/replica/index.ts';
import {
  addTheme,
  type Codebook,
  codebookOf,
  factsOf,
  type InterviewFacts,
  recordStep,
  theme,
} from '#core/themes/index.ts';

export const idOf = <K extends string>(text: string): Id<K> => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(`no id: ${text}`);
  return parsed.value;
};
const workspace = idOf<'workspace'>('w');
export const bookDoc = docName(workspace, 'codebook');
export const interviews = ['i1', 'i2'].map((id) => docName(workspace, 'interview', id));
const all = [bookDoc, ...interviews];

/** An update on its way. */
interface Parcel {
  from: Device;
  to: Device;
  doc: DocName;
  update: Uint8Array;
}

/** What is between the devices: updates on their way, in any order, some of them twice; and who can reach whom. */
export class Wires {
  readonly devices: Device[] = [];
  readonly cut = new Set<Device>();
  /** Notes that were on some disk, and those that somebody took away. */
  readonly kept = new Set<string>();
  readonly takenAway = new Set<string>();
  #parcels: Parcel[] = [];

  constructor(n: number) {
    for (let i = 0; i < n; i++) this.devices.push(new Device(`d${i}`, this));
    for (const device of this.devices.slice(1)) meet(this.devices[0]!, device);
  }

  send(from: Device, doc: DocName, update: Uint8Array): void {
    if (this.cut.has(from)) return;
    for (const to of this.devices) if (to !== from) this.#parcels.push({ from, to, doc, update });
  }

  /** Back online: what either side lacks is asked for by state, as the link does, so that nothing sent later hangs on a gap. */
  reconnect(device: Device): void {
    this.cut.delete(device);
    for (const other of this.devices) if (other !== device && !this.cut.has(other)) meet(device, other);
  }

  /** Delivers one of those on their way; `again`: it stays and comes once more. */
  deliver(which: number, again: boolean): void {
    const at = which % Math.max(1, this.#parcels.length);
    const parcel = this.#parcels[at];
    if (!parcel || this.cut.has(parcel.to)) return;
    if (!again) this.#parcels = this.#parcels.toSpliced(at, 1);
    parcel.to.take(parcel.doc, parcel.update);
  }

  /** The end of all trouble: whatever is on its way arrives, last first, and everybody tells everybody what they have. */
  heal(): void {
    this.cut.clear();
    for (const { to, doc, update } of this.#parcels.toReversed()) to.take(doc, update);
    this.#parcels = [];
    const [first, ...others] = this.devices as [Device, ...Device[]];
    for (let round = 0; round < 2; round++) for (const other of others) meet(first, other);
  }
}

function meet(a: Device, b: Device): void {
  for (const doc of all) {
    b.take(doc, encodeStateAsUpdate(a.doc(doc), encodeStateVector(b.doc(doc))));
    a.take(doc, encodeStateAsUpdate(b.doc(doc), encodeStateVector(a.doc(doc))));
  }
}

/** What one person has: documents in memory, what of them is on disk, and lines whose themes may not be there yet. */
export class Device implements Stored {
  readonly name: string;
  readonly wires: Wires;
  readonly chance;
  /** Steps of the codebook made here, the latest last, and those taken back. */
  done: string[] = [];
  undone: string[] = [];
  /** Themes named in a line that may not have reached the disk; as the draft of a call it survives a crash. */
  readonly draft = new Map<string, string>();
  #docs = new Map<DocName, Doc>();
  readonly #readings = new Map<DocName, Map<string, unknown>>();
  readonly #disk = new Map<DocName, Uint8Array>();
  #made = 0;
  #clock = 0;

  constructor(name: string, wires: Wires) {
    this.name = name;
    this.wires = wires;
    this.chance = seededChance(name);
    for (const doc of all) this.#load(doc);
    if (name !== 'd0') return;
    for (const doc of interviews) this.apply([interviewHead.put(doc, 'head', headOf(doc))]);
    for (const doc of all) this.save(doc);
  }

  newId(): string {
    return `${this.name}-${++this.#made}`;
  }

  /** Clocks are wrong by days from one device to the next. */
  now(): number {
    return Number(this.name.slice(1)) * 1e8 + ++this.#clock;
  }

  doc(name: DocName): Doc {
    const doc = this.#docs.get(name);
    if (!doc) throw new Error(name);
    return doc;
  }

  read(collection: string) {
    return this.#once(bookDoc, collection, () => readCollection(this.doc(bookDoc), collection));
  }

  book(): Codebook {
    return this.#once(bookDoc, 'book', () => codebookOf(this.read(theme.collection)));
  }

  notes(doc: DocName): TaggedNote[] {
    const read = (collection: string) => readCollection(this.doc(doc), collection);
    return this.#once(doc, 'notes', () => notesOf(read(note.collection), read(mention.collection)));
  }

  /** Reads once between two changes of a document. */
  #once<T>(doc: DocName, what: string, read: () => T): T {
    const known = this.#readings.get(doc)?.get(what);
    if (known !== undefined) return known as T;
    const made = read();
    const readings = this.#readings.get(doc) ?? new Map<string, unknown>();
    this.#readings.set(doc, readings.set(what, made));
    return made;
  }

  facts(): InterviewFacts[] {
    return interviews.flatMap((doc) => {
      const stored = { read: (collection: string) => readCollection(this.doc(doc), collection) };
      const [head] = recordsIn(stored, interviewHead);
      if (!head) return [];
      return [factsOf(doc, head, recordsIn(stored, note), recordsIn(stored, mention))];
    });
  }

  apply(changes: readonly Change[]): void {
    for (const [name, mine] of Map.groupBy(changes, (c) => c.doc)) applyChanges(this.doc(name), mine, 'own');
  }

  /** A change of the codebook with its step, in one transaction, as the screen makes it. */
  change(did: string, changes: readonly Change[], undoes = ''): string {
    if (changes.length === 0) return '';
    const id = this.newId();
    const step = { at: this.now(), by: this.name, byName: '', did, undoes };
    this.apply([...changes, ...recordStep(this, bookDoc, id, changes, step)]);
    return id;
  }

  take(name: DocName, update: Uint8Array): void {
    applyUpdate(this.doc(name), update, 'wire');
  }

  save(name: DocName): void {
    this.#disk.set(name, encodeStateAsUpdate(this.doc(name)));
    if (name === bookDoc) this.draft.clear();
    else for (const { id } of this.notes(name)) this.wires.kept.add(id);
  }

  /** What is not on disk is gone; what the call's draft holds is made again. */
  crash(): void {
    for (const name of all) this.#load(name);
    this.done = [];
    this.undone = [];
    for (const [id, name] of this.draft) {
      const book = this.book();
      if (book.all.has(id)) continue;
      const added = addTheme(book, bookDoc, idOf(id), { name, category: 'product', fresh: true });
      // Its name was given away meanwhile: the mention must have its theme all the same.
      const as = { name: `${name} ${id}`, category: 'product', fresh: true } as const;
      const other = added.ok ? added : addTheme(book, bookDoc, idOf(id), as);
      if (other.ok) this.apply(other.value);
    }
  }

  #load(name: DocName): void {
    const doc = new Doc();
    const stored = this.#disk.get(name);
    if (stored) applyUpdate(doc, stored, 'disk');
    this.#readings.delete(name);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#readings.delete(name);
      if (origin === 'own') this.wires.send(this, name, update);
    });
    this.#docs.set(name, doc);
  }
}

const headOf = (doc: DocName) => ({
  cycle: 'q4',
  person: doc,
  name: doc,
  band: doc.endsWith('1') ? ('detractor' as const) : ('promoter' as const),
  score: 4,
  interviewer: 'm',
  guide: 'g',
  guideVersion: 1,
  startedAt: 1,
  consentQuote: 'withName' as const,
});
