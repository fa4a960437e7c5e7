import { Doc, encodeStateAsUpdate } from 'yjs';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { BrowserFacts } from '#core/browser/facts/index.ts';
import { openReplica } from '#core/browser/replica/index.ts';
import { seededChance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { newId, parseId } from '#core/model/ids.ts';
import { interviewHead, mention, mentionId, note } from '#core/notes/index.ts';
import { applyChanges } from '#core/replica/index.ts';
import { type Edited, editedDoc, fillEdited } from './edits.ts';
import { store } from './store.ts';

/** Fills an origin with interviews and opens them, for test/bench/open.ts and test/bench/rebuild.ts. */
const parsed = parseId<'workspace'>('bench');
if (!parsed.ok) throw new Error('bench is an id');
const workspace = parsed.value;
const interviewDoc = (i: number): DocName => docName(workspace, 'interview', `i${i}`);
/** All interviews in one document, each in collections of its own: the best such a document can do. */
const bigDoc = docName(workspace, 'codebook');
const words = 'the export fails every Monday and nobody tells us until the invoice is already late'.split(
  ' ',
);

/** The changes of one interview, one list per moment of the call. */
function callOf(i: number, notes: number, doc: DocName): Change[][] {
  const chance = seededChance(`interview ${i}`);
  const steps: Change[][] = [
    [
      interviewHead.put(doc, 'head', {
        cycle: 'c1',
        person: `mail:p${i}@example.com`,
        name: `Person ${i}`,
        band: 'detractor',
        score: i % 7,
        comment: words.join(' '),
        interviewer: 'm',
        guide: 'g',
        guideVersion: 1,
        startedAt: 1_700_000_000_000,
      }),
    ],
  ];
  for (let n = 0; n < notes; n++) {
    const id = newId<'note'>(chance);
    const text = Array.from({ length: 8 + chance.below(14) }, () => words[chance.below(words.length)]).join(
      ' ',
    );
    const theme = `t${chance.below(30)}`;
    steps.push([
      note.put(doc, id, {
        text,
        order: `a${String(n).padStart(3, '0')}`,
        at: n * 40,
        area: 'experience',
        author: 'm',
      }),
      mention.put(doc, mentionId(id, theme), { note: id, theme, severity: 2, by: 'm' }),
    ]);
  }
  return steps;
}

async function fill(interviews: number, notes: number): Promise<void> {
  const big = new Doc();
  for (let i = 0; i < interviews; i++) {
    const records: Uint8Array[] = [];
    const small = new Doc();
    small.on('update', (update: Uint8Array) => records.push(update));
    for (const step of callOf(i, notes, interviewDoc(i))) applyChanges(small, step, 'bench');
    await store(interviewDoc(i), records);
    const ofThis = (change: Change): Change => ({ ...change, collection: `${change.collection} i${i}` });
    for (const step of callOf(i, notes, bigDoc)) applyChanges(big, step.map(ofThis), 'bench');
  }
  // As trimmed as can be: one record.
  await store(bigDoc, [encodeStateAsUpdate(big)]);
}

/** Milliseconds from asking for an interview to having its notes, and how many there are: one of many, or one much edited. */
async function open(i: number, how: 'own' | 'big' | Edited): Promise<{ took: number; notes: number }> {
  const replica = await openReplica({ workspace });
  const name = how === 'big' ? bigDoc : how === 'own' ? interviewDoc(i) : editedDoc(workspace, how);
  const began = performance.now();
  const doc = await replica.open(name);
  const notes = doc.read(how === 'big' ? `note i${i}` : 'note').size;
  const took = performance.now() - began;
  doc.close();
  await replica.destroy();
  return { took, notes };
}

/** Milliseconds to name every document of the workspace. */
async function list(): Promise<{ took: number; documents: number }> {
  const replica = await openReplica({ workspace });
  const began = performance.now();
  const documents = (await replica.list('bench/')).length;
  const took = performance.now() - began;
  await replica.destroy();
  return { took, documents };
}

/**
 * Milliseconds to project every interview from its document, how many rows that gave and how often it was said how far it
 * is; or, with `bare`, to open the same documents, eight at a time as well, and nothing else.
 */
async function rebuild(how: 'rows' | 'bare'): Promise<{ took: number; rows: number; told: number }> {
  const replica = await openReplica({ workspace });
  const began = performance.now();
  if (how === 'bare') {
    const names = (await replica.list('bench/interview/')).reverse();
    const work = async () => {
      for (let name = names.pop(); name !== undefined; name = names.pop()) {
        const doc = await replica.open(name);
        doc.read('note');
        doc.close();
      }
    };
    const opened = names.length;
    await Promise.all(Array.from({ length: 8 }, work));
    const took = performance.now() - began;
    await replica.destroy();
    return { took, rows: opened, told: 0 };
  }
  const db = new WorkspaceDatabase(workspace);
  const report = (bug: unknown) => {
    throw bug;
  };
  const facts = new BrowserFacts({ workspace, db, replica, report });
  let told = 0;
  await facts.rebuild(() => told++);
  const took = performance.now() - began;
  const rows = (await facts.ofCycle('c1')).length;
  await facts.close();
  db.close();
  await replica.destroy();
  return { took, rows, told };
}

const fillEditedHere = (notes: number, edits: number) => fillEdited(workspace, notes, edits);

const bench = { fill, fillEdited: fillEditedHere, open, list, rebuild };
export type Bench = typeof bench;
Object.assign(globalThis, { bench });
