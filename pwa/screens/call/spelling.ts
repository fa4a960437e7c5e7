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
  write(note: Captured): string;
  /** The line in two at the caret; null where one of them would hold nothing. */
  cut(line: string, caret: number): readonly [Half, Half] | null;
}

export function spellingOf(themes: ReadonlySignal<ThemeIndex>, people: ReadonlySignal<ThemeIndex>): Spelling {
  const write = (note: Captured) => writeLine(note, themes.peek(), people.peek());
  return {
    read: (line) => readLine(line, themes.peek(), people.peek()),
    lineOf: (view) => write(capturedFrom(view)),
    write,
    cut: (line, caret) => splitLine(line, caret, themes.peek(), people.peek()),
  };
}
