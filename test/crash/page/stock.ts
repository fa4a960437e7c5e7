import { IndexeddbPersistence } from 'y-indexeddb';
import { Doc } from 'yjs';
import { elements, say, show } from './said.ts';

/** The control: the same page over y-indexeddb as it comes. It has no state to show but `synced`. */
const { state, notes, line } = elements();
const doc = new Doc();
const persistence = new IndexeddbPersistence('stock', doc);
const map = doc.getMap<string>('note');
const began = performance.now();
await persistence.whenSynced;
const openedIn = performance.now() - began;
const stored = Object.fromEntries(map.entries());
for (const text of Object.values(stored)) show(notes, text);

line.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || line.value === '') return;
  event.preventDefault();
  const text = line.value;
  line.value = '';
  note(text);
});

function note(text: string): void {
  map.set(text.split(' ')[0] ?? text, text);
  show(notes, text);
  if (persistence.synced) say({ kind: 'saved', notes: [...map.keys()] });
}

Object.assign(globalThis, { note });

state.textContent = 'saved';
line.focus();
say({ kind: 'ready', notes: stored, draft: '', faults: 0, openedIn });
