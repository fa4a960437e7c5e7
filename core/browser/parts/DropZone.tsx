import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SourceFile } from '#core/ports/files.ts';
import { sharedWords } from './words.ts';

/** A file of the browser as the importer takes it. */
export const sourceOf = (file: File): SourceFile => ({
  name: file.name,
  size: file.size,
  origin: file,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

/** Pasted rows as a file. Spreadsheets paste with tabs; the importer finds the delimiter itself. */
export function pastedSource(text: string): SourceFile {
  const bytes = new TextEncoder().encode(text);
  return { name: sharedWords.pastedFile, size: bytes.length, bytes: async () => bytes };
}

/** Fields keep their own paste. */
const inField = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

/** How a place for files presents itself. */
export interface DropZoneProps {
  /** On the button: "Choose a survey file". */
  label: string;
  /** What the dialog offers, e.g. ".csv,.tsv,.txt". */
  accept?: string;
  /** One zone a screen takes what is pasted anywhere on it. */
  takesPaste?: boolean;
  quiet?: boolean;
  onFile(file: SourceFile): void;
  /** Above the button. */
  children?: ComponentChildren;
  /** Beside the button. */
  beside?: ComponentChildren;
  /** Beneath the button. */
  below?: ComponentChildren;
}

/** Where a file is dropped, picked or pasted: three ways to the same place, the button reachable by keyboard. */
export function DropZone(props: DropZoneProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { takesPaste, onFile } = props;
  useEffect(() => {
    if (!takesPaste) return;
    const onPaste = (event: ClipboardEvent) => {
      if (inField(event.target)) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!file && text.trim() === '') return;
      event.preventDefault();
      onFile(file ? sourceOf(file) : pastedSource(text));
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, [takesPaste, onFile]);
  return (
    <section
      class={over ? 'drop over' : 'drop'}
      aria-label={props.label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        const text = event.dataTransfer?.getData('text/plain') ?? '';
        if (file) onFile(sourceOf(file));
        else if (text.trim()) onFile(pastedSource(text));
      }}
    >
      {props.children}
      <div class="acts">
        <button type="button" class={props.quiet ? 'btn' : 'btn do'} onClick={() => input.current?.click()}>
          {props.label}
        </button>
        {props.beside}
      </div>
      <input
        ref={input}
        type="file"
        class="vh"
        tabIndex={-1}
        aria-label={props.label}
        accept={props.accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // the same file chosen again is a new choice
          event.currentTarget.value = '';
          if (file) onFile(sourceOf(file));
        }}
      />
      {props.below}
    </section>
  );
}
