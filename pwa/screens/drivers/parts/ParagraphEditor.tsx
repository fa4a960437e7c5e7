import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { longestParagraph } from '#core/themes/index.ts';
import { detailWords } from '../words.ts';
import type { Editable, WrittenModel } from '../written.ts';

/** Puts text where the caret last stood in the paragraph; null while there is none to write in. */
export type InsertText = RefObject<((text: string) => void) | null>;

interface ParagraphEditorProps {
  model: WrittenModel;
  theme: string;
  name: string;
  text: Editable;
  insert: InsertText;
}

/** A paragraph being written: in the document with every letter; what others write meanwhile comes in around the caret. */
export function ParagraphEditor({ model, theme, name, text, insert }: ParagraphEditorProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(text.text);
  const id = useId();
  const write = (next: string) => {
    shown.current = model.write(theme, text.id, shown.current, next);
    if (box.current) show(box.current, shown.current);
  };
  useLayoutEffect(() => {
    shown.current = text.text;
    if (box.current) show(box.current, text.text);
  }, [text.text]);
  useLayoutEffect(() => {
    insert.current = (piece) => {
      const now = box.current;
      if (!now) return;
      const [at, end] = [now.selectionStart, now.selectionEnd];
      const before = now.value.slice(0, at);
      const piecePadded = `${before === '' || /\s$/.test(before) ? '' : ' '}${piece}`;
      write(before + piecePadded + now.value.slice(end));
      now.focus();
      now.setSelectionRange(at + piecePadded.length, at + piecePadded.length);
    };
    return () => {
      insert.current = null;
    };
  });
  return (
    <div class="field">
      <label class="vh" for={id}>
        {detailWords.paragraphOf(name)}
      </label>
      <textarea
        id={id}
        ref={box}
        class="area"
        dir="auto"
        rows={5}
        maxLength={longestParagraph}
        disabled={!model.ready.value}
        placeholder={detailWords.placeholder}
        aria-describedby={`${id}-hint`}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <span class="hint" id={`${id}-hint`}>
        {text.byName ? `${detailWords.begun(text.byName)} ` : ''}
        {detailWords.hint}
      </span>
    </div>
  );
}

/** Shows a text that others changed too; the caret stays between the letters it stood between. */
function show(box: HTMLTextAreaElement, text: string): void {
  const was = box.value;
  if (was === text) return;
  const [start, end] = [box.selectionStart, box.selectionEnd];
  box.value = text;
  box.setSelectionRange(caretAfter(start, was, text), caretAfter(end, was, text));
}

/** Where a caret at `at` stands once `was` has become `text`. */
function caretAfter(at: number, was: string, text: string): number {
  let same = 0;
  while (same < at && was[same] === text[same]) same++;
  return same === at ? at : Math.max(same, at + text.length - was.length);
}
