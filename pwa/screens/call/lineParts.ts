import type { ReadonlySignal } from '@preact/signals-core';
import type { Editing } from './editing.ts';
import type { Keeper } from './keeper.ts';
import type { LineText } from './line.ts';
import type { LineDraft } from './lineDraft.ts';
import type { NoteView } from './noteView.ts';
import type { Spelling } from './spelling.ts';

/** What the acts of the capture line work on. */
export interface LineParts {
  text: LineText;
  editing: Editing;
  draft: LineDraft;
  spelling: Spelling;
  keeper: Keeper;
  notes: ReadonlySignal<readonly NoteView[]>;
}
