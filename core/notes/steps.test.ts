import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { areas } from '../guide/index.ts';
import { type Chance, seededChance } from '../model/chance.ts';
import type { Change } from '../model/change.ts';
import { docName } from '../model/docName.ts';
import { newId, parseId } from '../model/ids.ts';
import { applyChanges, readCollection } from '../replica/index.ts';
import {
  captureNote,
  editNote,
  fileNote,
  joinNotes,
  moveNote,
  type NoteStep,
  noNames,
  notesOf,
  orderBetween,
  readLine,
  removeNote,
  reversed,
  splitLine,
  splitNote,
  stepBetween,
  type TaggedNote,
  tagNote,
  takeBack,
  untagNote,
} from './index.ts';

const workspace = parseId<'workspace'>('w');
if (!workspace.ok) throw new Error('no id');
const doc = docName(workspace.value, 'interview', 'i1');

/** What one person does: which thing, to which note, how. */
const kinds = [
  'capture',
  'append',
  'prepend',
  'move',
  'file',
  'split',
  'join',
  'tag',
  'untag',
  'remove',
] as const;
type Kind = (typeof kinds)[number];
type Deed = { kind: Kind; note: number; how: number };

/** Between two words. */
function gapIn(text: string, nth: number): number {
  const gaps = [...text.matchAll(/ /g)].map((m) => m.index);
  return gaps[nth % Math.max(1, gaps.length)] ?? 0;
}

/** How many cases of each kind; more on request: SOUNDING_FUZZ_RUNS=10000. */
const numRuns = Number(process.env.SOUNDING_FUZZ_RUNS ?? 60);

/** One person's device. */
class Peer {
  readonly doc = new Doc();
  readonly #name: string;
  readonly #chance: Chance;
  #words = 0;
  done: NoteStep[] = [];
  undone: NoteStep[] = [];

  constructor(name: string, seed: string) {
    this.#name = name;
    this.#chance = seededChance(`${name} ${seed}`);
  }

  get notes(): TaggedNote[] {
    return notesOf(readCollection(this.doc, 'note'), readCollection(this.doc, 'mention'));
  }

  #apply(changes: readonly Change[]): NoteStep {
    const before = this.notes;
    applyChanges(this.doc, changes, this.#name);
    return stepBetween(before, this.notes);
  }

  word(): string {
    return `${this.#name}${++this.#words}`;
  }

  do(deed: Deed): void {
    const step = this.#apply(this.#changesOf(deed));
    if (step.length === 0) return;
    this.done.push(step);
    this.undone = [];
  }

  undo(): void {
    this.#turn(this.done, this.undone);
  }

  redo(): void {
    this.#turn(this.undone, this.done);
  }

  #turn(from: NoteStep[], to: NoteStep[]): void {
    const step = from.pop();
    const taken = step && takeBack(doc, step, this.notes);
    if (!taken || typeof taken === 'string') return;
    this.#apply(taken.changes);
    to.push(reversed(taken.step));
  }

  /** Takes every tag off and puts it on again, as grave as it was: all of them are this person's then. */
  tagAnew(): void {
    for (const n of this.notes)
      for (const { theme, severity } of n.mentions) {
        this.#apply([untagNote(doc, n.id, theme)]);
        this.#apply([tagNote(doc, { id: n.id, severity }, theme, this.#name)]);
      }
  }

  #changesOf({ kind, note: nth, how }: Deed): readonly Change[] {
    const all = this.notes;
    const at = all.length === 0 ? -1 : nth % all.length;
    const it = all[at];
    const by = this.#name;
    const chance = this.#chance;
    if (kind === 'capture' || !it) return this.#capture(all.at(-1)?.order ?? null, how);
    const tagged = it.mentions.map((m) => m.theme);
    const reworded = (text: string) => {
      const before = readLine(it.text, noNames);
      const after = { ...before, text, severity: (how % 4) as 0 | 1 | 2 | 3 };
      const was = { ...before, text: it.text, severity: it.severity };
      const put = new Map(was.severity === after.severity ? [] : tagged.map((t) => [t, after.severity]));
      return editNote({ doc, note: it, before: was, after, tagged, put, drop: [], by });
    };
    switch (kind) {
      case 'append':
        return reworded(`${it.text} ${this.word()}`);
      case 'prepend':
        return reworded(`${this.word()} ${it.text}`);
      case 'move':
        return moveNote(doc, all, it.id, all[how % all.length]?.id ?? null, chance);
      case 'file':
        return [fileNote(doc, it.id, { area: areas[how % 4] ?? 'priorities', question: `q${how}` })];
      case 'split': {
        const halves = splitLine(it.text, gapIn(it.text, how), noNames, noNames);
        const tags = new Map(it.mentions.map((m) => [m.theme, m.severity]));
        const themes = [tags, tags] as const;
        const id = newId<'note'>(chance);
        const before = { ...readLine('', noNames), ...it, people: [] };
        const next = all[at + 1]?.order ?? null;
        return halves ? splitNote({ doc, note: it, before, halves, themes, id, next, by, chance }) : [];
      }
      case 'join':
        return at === 0 ? [] : joinNotes(doc, all[at - 1] ?? it, it);
      case 'tag':
        return [tagNote(doc, it, `t${how % 3}`, by)];
      case 'untag':
        return tagged[0] ? [untagNote(doc, it.id, tagged[0])] : [];
      case 'remove':
        return removeNote(doc, it.id);
    }
  }

  #capture(last: string | null, how: number): Change[] {
    return captureNote({
      doc,
      id: newId<'note'>(this.#chance),
      read: readLine(`${how % 3 === 0 ? '"' : ''}${this.word()}`, noNames),
      themes: how % 2 === 0 ? ['t0'] : [],
      order: orderBetween(last, null, this.#chance),
      at: how,
      area: 'experience',
      question: 'q',
      author: this.#name,
      authorName: this.#name,
    });
  }
}

function meet(a: Peer, b: Peer): void {
  applyUpdate(b.doc, encodeStateAsUpdate(a.doc));
  applyUpdate(a.doc, encodeStateAsUpdate(b.doc));
}

const deedOf = (some: readonly Kind[]) =>
  fc.record({ kind: fc.constantFrom(...some), note: fc.nat(20), how: fc.nat(40) });
const adding = kinds.filter((k) => k !== 'remove' && k !== 'untag');

describe('one person', () => {
  test('whatever was done is taken back step by step, and brought back, exactly', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(deedOf(kinds), { maxLength: 14 }), (seed, deeds) => {
        const me = new Peer('a', seed);
        const states: TaggedNote[][] = [me.notes];
        for (const deed of deeds) {
          const steps = me.done.length;
          me.do(deed);
          if (me.done.length > steps) states.push(me.notes);
        }
        const last = states.length - 1;
        for (let i = last - 1; i >= 0; i--) {
          me.undo();
          expect(me.notes).toEqual(states[i]);
        }
        for (let i = 1; i <= last; i++) {
          me.redo();
          expect(me.notes).toEqual(states[i]);
        }
      }),
      { numRuns },
    );
  });
});

describe('two people, apart for a while', () => {
  const act = fc.oneof(
    { weight: 8, arbitrary: fc.record({ who: fc.boolean(), deed: deedOf(kinds) }) },
    { weight: 2, arbitrary: fc.record({ who: fc.boolean(), deed: fc.constantFrom('undo', 'redo') }) },
    { weight: 2, arbitrary: fc.constant('meet' as const) },
  );

  test('end with the same notes in the same order whatever they did, undo and redo included', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(act, { maxLength: 30 }), (seed, acts) => {
        const [a, b] = [new Peer('a', seed), new Peer('b', seed)];
        for (const one of acts) {
          if (one === 'meet') meet(a, b);
          else {
            const who = one.who ? a : b;
            if (one.deed === 'undo') who.undo();
            else if (one.deed === 'redo') who.redo();
            else who.do(one.deed);
          }
        }
        meet(a, b);
        expect(b.notes).toEqual(a.notes);
        const order = a.notes.map((n) => n.order);
        expect(order).toEqual(order.toSorted((x, y) => (x < y ? -1 : x > y ? 1 : 0)));
        for (const n of a.notes) for (const m of n.mentions) expect(m.note).toBe(n.id);
      }),
      { numRuns },
    );
  });

  const words = (peer: Peer) => peer.notes.map((n) => ` ${n.text.replace(/[“”]/g, ' ')} `).join();

  test('no word is lost while both write, edit, move, split and join at once', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(
          fc.oneof(fc.record({ who: fc.boolean(), deed: deedOf(adding) }), fc.constant('meet' as const)),
          {
            maxLength: 24,
          },
        ),
        (seed, acts) => {
          const [a, b] = [new Peer('a', seed), new Peer('b', seed)];
          for (const one of acts) {
            if (one === 'meet') meet(a, b);
            else (one.who ? a : b).do(one.deed);
          }
          meet(a, b);
          const said = words(a).replace(/[^a-z0-9]/g, '');
          for (const peer of [a, b])
            for (let n = 1, all = peer.word(); `${all[0]}${n}` !== all; n++)
              expect(said).toContain(`${all[0]}${n}`);
        },
      ),
      { numRuns },
    );
  });

  test('undo takes nothing of the other', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(deedOf(adding), { minLength: 1, maxLength: 8 }),
        fc.array(deedOf(['capture', 'append', 'prepend', 'tag', 'file']), { minLength: 1, maxLength: 8 }),
        (seed, mine, theirs) => {
          const [a, b] = [new Peer('a', seed), new Peer('b', seed)];
          for (const deed of mine) a.do(deed);
          meet(a, b);
          for (const deed of theirs) b.do(deed);
          meet(a, b);
          while (a.done.length > 0) a.undo();
          meet(a, b);
          expect(b.notes).toEqual(a.notes);
          const said = words(a);
          for (let n = 1, all = b.word(); `b${n}` !== all; n++) expect(said).toContain(`b${n}`);
        },
      ),
      { numRuns },
    );
  });

  test('undo takes no tag that the other has put there anew', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(deedOf(['capture', 'append', 'tag']), { minLength: 1, maxLength: 6 }),
        fc.array(deedOf(['tag', 'untag', 'append']), { minLength: 1, maxLength: 8 }),
        (seed, theirs, mine) => {
          const [a, b] = [new Peer('a', seed), new Peer('b', seed)];
          b.do({ kind: 'capture', note: 0, how: 0 });
          for (const deed of theirs) b.do(deed);
          meet(a, b);
          for (const deed of mine) a.do(deed);
          meet(a, b);
          b.tagAnew();
          meet(a, b);
          // How grave: that is taken back where it is still as it was left.
          const tags = (peer: Peer) =>
            peer.notes.flatMap((n) => n.mentions.map(({ id, by }) => ({ id, by })));
          const theirsNow = tags(b);
          while (a.done.length > 0) a.undo();
          expect(tags(a)).toEqual(expect.arrayContaining(theirsNow));
        },
      ),
      { numRuns },
    );
  });

  test('a note of mine that the other reworded stays when I take mine back; one they only tagged goes, and comes back tagged', () => {
    const [a, b] = [new Peer('a', ''), new Peer('b', '')];
    a.do({ kind: 'capture', note: 0, how: 1 });
    meet(a, b);
    b.do({ kind: 'tag', note: 0, how: 2 });
    meet(a, b);
    a.undo();
    expect(a.notes).toEqual([]);
    a.redo();
    expect(a.notes).toMatchObject([{ text: 'a1', mentions: [{ theme: 't2', by: 'b' }] }]);
    meet(a, b);
    b.do({ kind: 'append', note: 0, how: 0 });
    meet(a, b);
    a.undo();
    expect(a.notes).toMatchObject([{ text: 'a1 b1' }]);
  });

  test('my wording goes, theirs in the same note stays', () => {
    const [a, b] = [new Peer('a', ''), new Peer('b', '')];
    a.do({ kind: 'capture', note: 0, how: 1 });
    a.do({ kind: 'append', note: 0, how: 0 });
    meet(a, b);
    b.do({ kind: 'prepend', note: 0, how: 0 });
    meet(a, b);
    expect(a.notes[0]?.text).toBe('b1 a1 a2');
    a.undo();
    expect(a.notes[0]?.text).toBe('b1 a1');
    a.redo();
    expect(a.notes[0]?.text).toBe('b1 a1 a2');
  });

  test.each(['remove', 'join'] as const)(
    'a note that one takes away (%s) while the other rewords it keeps its tags',
    (kind) => {
      const [a, b] = [new Peer('a', ''), new Peer('b', '')];
      a.do({ kind: 'capture', note: 0, how: 1 });
      a.do({ kind: 'capture', note: 0, how: 2 });
      a.do({ kind: 'tag', note: 1, how: 1 });
      meet(a, b);
      const before = b.notes[1]?.mentions;
      expect(before?.map((m) => m.theme)).toEqual(['t0', 't1']);
      a.do({ kind, note: 1, how: 0 });
      b.do({ kind: 'append', note: 1, how: 3 });
      meet(a, b);
      const [first, back] = a.notes;
      expect(back).toMatchObject({ text: 'a2 b1', mentions: [{ theme: 't0' }, { theme: 't1' }] });
      a.undo();
      meet(a, b);
      expect(a.notes).toMatchObject([{ text: 'a1', mentions: [] }, { text: 'a2 b1' }]);
      expect(a.notes[1]?.mentions.map((m) => m.theme)).toEqual(['t0', 't1']);
      expect(first?.text).toBe(kind === 'join' ? 'a1 a2' : 'a1');
    },
  );
});
