import { ok, type Result } from '../../model/result.ts';
import type { ContactsFault, ImportFault } from '../faults.ts';
import type { Mapping } from '../mapping.ts';
import type { BuildNote, JoinReport } from '../outcome.ts';
import type { Steps } from '../recognise/inspect.ts';
import type { BuiltWave } from '../wave.ts';
import { readContacts } from './contacts.ts';
import { finishWave, type WaveAbout } from './finish.ts';
import { joinContacts } from './join.ts';
import { readSurvey } from './read.ts';

/** A wave and what is worth saying about how it came out. */
export interface BuildOutcome {
  wave: BuiltWave;
  /** Rows of the file: answers, non-responses and rejected ones together. */
  fileRows: number;
  join: JoinReport | null;
  notes: readonly BuildNote[];
}

/** A contacts and accounts file and what its columns mean. */
export interface ContactsInput {
  file: Uint8Array;
  mapping: Mapping;
}

/**
 * Makes a wave of a survey file and, where there is one, a contacts and accounts file. Nothing is stored.
 * Yields the bytes read so far, survey first.
 */
export function* buildWave(
  file: Uint8Array,
  about: WaveAbout,
  contacts: ContactsInput | null = null,
): Steps<Result<BuildOutcome, ImportFault | ContactsFault>> {
  const read = yield* readSurvey(file, about.mapping, about.id);
  if (!read.ok) return read;
  const draft = read.value;
  let join: JoinReport | null = null;
  if (contacts) {
    const table = yield* offset(readContacts(contacts.file, contacts.mapping), file.length);
    if (!table.ok) return table;
    join = joinContacts(draft, table.value);
    draft.notes.push(...table.value.notes.map(inContacts));
  }
  return ok({ wave: finishWave(draft, about), fileRows: draft.fileRows, join, notes: draft.notes });
}

const inContacts = (note: BuildNote): BuildNote =>
  note.kind === 'unclearOptOut' || note.kind === 'unclosedQuotes' ? { ...note, inContacts: true } : note;

function* offset<T>(steps: Steps<T>, by: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield by + step.value;
  }
}

/** Runs steps to their end without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
