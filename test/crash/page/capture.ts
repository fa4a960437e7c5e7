import { DraftsDatabase } from '#core/browser/database.ts';
import { BrowserDrafts } from '#core/browser/drafts.ts';
import { openReplica } from '#core/browser/replica/index.ts';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import type { SaveState } from '#core/ports/replica.ts';
import { elements, say, show } from './said.ts';

/** A capture line over the real replica and the real drafts: what the call screen does, and nothing else. */
const [workspace, member] = [parseId<'workspace'>('crash'), parseId<'member'>('tester')];
if (!workspace.ok || !member.ok) throw new Error('ids');
const interview = docName(workspace.value, 'interview', 'i1');
const me = { who: member.value, why: 'captured' };
const { state, notes, line } = elements();
let faults = 0;

const replica = await openReplica({ workspace: workspace.value, onFault: () => faults++ });
const showState = (save: SaveState) => {
  state.textContent = save.kind === 'onlyInMemory' ? `only in memory: ${save.why}` : save.kind;
};
replica.watchSave(showState);
showState(replica.save);
const drafts = new BrowserDrafts(new DraftsDatabase(workspace.value));
const began = performance.now();
const doc = await replica.open(interview);
const openedIn = performance.now() - began;
// The harness that looks for what was lost waits for a slow disk: what is not read yet is not lost.
if (location.hash === '#patient')
  await new Promise<void>((done) => {
    const look = () => doc.save.kind === 'saved' && done();
    doc.watchSave(look);
    look();
  });
const textOf = (fields: { text?: unknown }) => String(fields.text);
const stored = Object.fromEntries([...doc.read('note')].map(([id, fields]) => [id, textOf(fields)]));
for (const text of Object.values(stored)) show(notes, text);

const saySaved = (save: SaveState) => {
  if (save.kind === 'saved') say({ kind: 'saved', notes: [...doc.read('note').keys()] });
};
doc.watchSave((save) => {
  saySaved(save);
  // All notes are on disk, so none need stay in the draft.
  if (save.kind !== 'saved' || leaving.length === 0) return;
  leaving = [];
  void keep(unfinished());
});

const keep = async (text: string) => {
  if (await drafts.write('i1', text)) say({ kind: 'draft', line: text });
};
/** Lines on their way from the draft to a note: each stays in the draft until its note is saved. */
let leaving: string[] = [];
const unfinished = () => [...leaving, line.value].join('\n');

line.addEventListener('input', () => void keep(unfinished()));
line.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || line.value === '') return;
  event.preventDefault();
  take(line.value);
});

function take(text: string): void {
  line.value = '';
  leaving.push(text);
  void note(text);
}

/** A note without a line before it. */
async function note(text: string): Promise<SaveState> {
  const id = text.split(' ')[0] ?? text;
  await replica.apply([{ kind: 'put', doc: interview, collection: 'note', id, fields: { text } }], me);
  show(notes, text);
  return doc.whenSaved();
}

// The harness is told of the line as it was found; then the page starts over with an empty one.
const draft = await drafts.read('i1');
await drafts.write('i1', '');
// What is typed before the page listens would be nobody's.
line.disabled = false;
line.focus();
Object.assign(globalThis, { note, peek: () => doc.read('note').size });
saySaved(doc.save);
say({ kind: 'ready', notes: stored, draft, faults, openedIn });
