import type { ReadonlySignal } from '@preact/signals-core';
import {
  type Captured,
  type Half,
  type ReadLine,
  readLine,
  splitLine,
  type ThemeIndex,
  writeLine,
} from '#core/notes/index.ts';
import { capturedFrom, type NoteView } from './noteView.ts';

/** The grammar of the capture line with the names that are known at the moment. */
export interface Spelling {
  read(line: string): ReadLine;
  /** The line that reads as this note. */
  lineOf(view: NoteView): string;
  /** The line of a note with what a line of marks says besides. A severity without a theme is the whole note's. */
  withMarks(view: NoteView, marks: ReadLine): string;
  write(note: Captured): string;
  /** The line in two at the caret; null where one of them would hold nothing. */
  cut(line: string, caret: number): readonly [Half, Half] | null;
}

export function spellingOf(themes: ReadonlySignal<ThemeIndex>, people: ReadonlySignal<ThemeIndex>): Spelling {
  const write = (note: Captured) => writeLine(note, themes.peek(), people.peek());
  return {
    read: (line) => readLine(line, themes.peek(), people.peek()),
    lineOf: (view) => write(capturedFrom(view)),
    withMarks(view, marks) {
      const note = capturedFrom(view);
      const { severity } = marks;
      // Each mark glued to its theme: none of them is for another one.
      const more = write({ ...marks, text: '', verbatim: false, severity: 0 });
      if (marks.themes.length > 0 || severity === 0) return `${write(note)} ${more}`;
      const regraded = { ...note, severity, themes: note.themes.map((t) => ({ ...t, severity })) };
      return `${write(regraded)} ${more}`.trimEnd();
    },
    write,
    cut: (line, caret) => splitLine(line, caret, themes.peek(), people.peek()),
  };
}
