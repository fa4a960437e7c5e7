import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { Change } from '../model/change.ts';
import { docName } from '../model/docName.ts';
import type { WorkspaceId } from '../model/ids.ts';
import { parseId } from '../model/ids.ts';
import { CollectionReader } from './document.ts';
import { applyChanges, readCollection } from './index.ts';

const workspace = parseId<'workspace'>('w');
const doc = docName((workspace.ok ? workspace.value : '') as WorkspaceId, 'codebook');
const put = (id: string, fields: Record<string, string | null>): Change => ({
  kind: 'put',
  doc,
  collection: 'theme',
  id,
  fields,
});
const exchange = (a: Doc, b: Doc) => {
  applyUpdate(b, encodeStateAsUpdate(a));
  applyUpdate(a, encodeStateAsUpdate(b));
};
const read = (d: Doc) => Object.fromEntries(readCollection(d, 'theme'));

describe('records in a Y.Doc', () => {
  test('the same record created offline on two devices keeps the fields of both', () => {
    const [a, b] = [new Doc(), new Doc()];
    applyChanges(a, [put('t', { name: 'Export' })], 'test');
    applyChanges(b, [put('t', { definition: 'files fail' })], 'test');
    exchange(a, b);
    expect(read(a)).toEqual({ t: { name: 'Export', definition: 'files fail' } });
    expect(read(b)).toEqual(read(a));
  });

  test('a put leaves fields it does not name, known or not', () => {
    const d = new Doc();
    applyChanges(d, [put('t', { fromTheFuture: 'x', name: 'a' }), put('t', { name: 'b' })], 'test');
    expect(read(d)).toEqual({ t: { fromTheFuture: 'x', name: 'b' } });
  });

  test('removed stays removed against an edit made without knowing, and comes back when put again on purpose', () => {
    const [a, b] = [new Doc(), new Doc()];
    applyChanges(a, [put('t', { name: 'Export' })], 'test');
    exchange(a, b);
    applyChanges(a, [{ kind: 'remove', doc, collection: 'theme', id: 't' }], 'test');
    applyChanges(b, [put('t', { name: 'Exports' })], 'test');
    exchange(a, b);
    expect(read(a)).toEqual({});
    expect(read(b)).toEqual({});
    applyChanges(a, [put('t', {})], 'test');
    exchange(a, b);
    expect(read(b)).toEqual({ t: { name: 'Exports' } });
  });

  test('a removal gives way to an edit of its text made without knowing, and to that alone', () => {
    const edit = (text: string): Change => ({
      kind: 'editText',
      doc,
      collection: 'theme',
      id: 't',
      field: 'text',
      text,
    });
    const gone: Change = { kind: 'remove', doc, collection: 'theme', id: 't', unlessEdited: 'text' };
    const [a, b] = [new Doc(), new Doc()];
    applyChanges(a, [edit('They pay')], 'test');
    exchange(a, b);
    applyChanges(a, [gone], 'test');
    applyChanges(b, [put('t', { other: 'x' })], 'test');
    expect(read(a)).toEqual({});
    applyChanges(b, [edit('They pay twice')], 'test');
    exchange(a, b);
    expect(read(a)).toEqual({ t: { text: 'They pay twice', other: 'x' } });
    expect(read(b)).toEqual(read(a));
    applyChanges(b, [gone], 'test');
    exchange(a, b);
    expect(read(a)).toEqual({});
    applyChanges(a, [put('t', {}), gone, put('t', {})], 'test');
    expect(read(a)).toEqual({ t: { text: 'They pay twice', other: 'x' } });
  });

  test('no edit of a text tears a character apart, whatever its neighbours share with it', () => {
    const character = fc.constantFrom(
      'a',
      '\u{1F600}',
      '\u{1F601}',
      '\u{1F9D1}\u200D\u{1F4BB}',
      'e\u0301',
      '\u05D0',
      '\u{10600}',
    );
    const text = fc.array(character, { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (texts) => {
        const [a, b] = [new Doc(), new Doc()];
        for (const next of texts) {
          const edit = {
            kind: 'editText',
            doc,
            collection: 'theme',
            id: 't',
            field: 'text',
            text: next,
          } as const;
          applyChanges(a, [edit], 'test');
          exchange(a, b);
          expect(read(b)).toEqual({ t: { text: next } });
        }
      }),
    );
  });

  test('two edits of one text at different places both stay', () => {
    const [a, b] = [new Doc(), new Doc()];
    const edit = (text: string): Change => ({
      kind: 'editText',
      doc,
      collection: 'theme',
      id: 't',
      field: 'text',
      text,
    });
    applyChanges(a, [edit('the export fails')], 'test');
    exchange(a, b);
    applyChanges(a, [edit('the export often fails')], 'test');
    applyChanges(b, [edit('the export fails on Monday')], 'test');
    exchange(a, b);
    expect(read(a)).toEqual({ t: { text: 'the export often fails on Monday' } });
    expect(read(b)).toEqual(read(a));
  });

  test('any edits in any order of delivery converge', () => {
    const step = fc.record({
      at: fc.nat(2),
      id: fc.constantFrom('p', 'q', 'mail:a/b@c'),
      what: fc.constantFrom('put', 'remove', 'text'),
      text: fc.string({ maxLength: 8 }),
      meet: fc.option(fc.nat(2)),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const docs = [new Doc(), new Doc(), new Doc()] as const;
        for (const s of steps) {
          const d = docs[s.at as 0 | 1 | 2];
          const base = { doc, collection: 'theme', id: s.id };
          if (s.what === 'put') applyChanges(d, [{ ...base, kind: 'put', fields: { name: s.text } }], 'test');
          else if (s.what === 'remove') applyChanges(d, [{ ...base, kind: 'remove' }], 'test');
          else applyChanges(d, [{ ...base, kind: 'editText', field: 'text', text: s.text }], 'test');
          if (s.meet !== null) exchange(d, docs[s.meet as 0 | 1 | 2]);
        }
        exchange(docs[0], docs[1]);
        exchange(docs[1], docs[2]);
        exchange(docs[0], docs[2]);
        expect(read(docs[1])).toEqual(read(docs[0]));
        expect(read(docs[2])).toEqual(read(docs[0]));
      }),
      { numRuns: 300 },
    );
  });

  test('what is read again key by key is what a first reading finds, and what did not change is the same object', () => {
    const collection = 'theme';
    const ids = ['p', 'q', 'mail:a/b@c'];
    const step = fc.record({
      id: fc.constantFrom(...ids),
      what: fc.constantFrom('put', 'clear', 'remove', 'removeUnlessEdited', 'text', 'foreign', 'odd'),
      text: fc.string({ maxLength: 8 }),
      meets: fc.boolean(),
      reads: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const [here, there] = [new Doc(), new Doc()];
        const reader = new CollectionReader(here, collection);
        let before = reader.read();
        let touched = new Set<string>();
        for (const { id, what, text, meets, reads } of steps) {
          const at = what === 'foreign' || what === 'odd' ? there : here;
          const base = { doc, collection, id };
          const change: Change =
            what === 'put' || what === 'foreign'
              ? { ...base, kind: 'put', fields: { name: text } }
              : what === 'clear'
                ? { ...base, kind: 'put', fields: { name: null } }
                : what === 'remove'
                  ? { ...base, kind: 'remove' }
                  : what === 'removeUnlessEdited'
                    ? { ...base, kind: 'remove', unlessEdited: 'text' }
                    : { ...base, kind: 'editText', field: 'text', text };
          if (what === 'odd')
            for (const field of ['__proto__', '_seen', '_removed', ''])
              at.getMap(collection).set(`${id}/${field}`, { text });
          else applyChanges(at, [change], 'test');
          if (what === 'odd') here.getMap(collection).set(text.replaceAll('/', ''), text);
          touched.add(id);
          if (meets) {
            exchange(here, there);
            touched = new Set(ids);
          }
          if (!reads) continue;
          const now = reader.read();
          const afresh = readCollection(here, collection);
          expect(Object.fromEntries(now)).toEqual(Object.fromEntries(afresh));
          for (const [of, fields] of now)
            if (!touched.has(of)) expect(before.get(of) === fields, of).toBe(true);
          expect(reader.read()).toBe(now);
          before = now;
          touched.clear();
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a note more leaves the objects of those before it', () => {
    const d = new Doc();
    const reader = new CollectionReader(d, 'theme');
    applyChanges(d, [put('a', { name: 'Export' }), put('b', { name: 'Support' })], 'test');
    const before = reader.read();
    applyChanges(d, [put('c', { name: 'Price' })], 'test');
    const now = reader.read();
    expect([...now.keys()]).toEqual(['a', 'b', 'c']);
    expect([now.get('a'), now.get('b')].map((fields, i) => fields === [...before.values()][i])).toEqual([
      true,
      true,
    ]);
    d.getMap('another').set('x/name', 'x');
    expect(reader.read()).toBe(now);
    reader.close();
  });
});
