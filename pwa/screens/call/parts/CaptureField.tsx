import { useComputed } from '@preact/signals';
import { effect } from '@preact/signals-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { quotedOf } from '#core/browser/parts/figures.ts';
import { OwnSeverity, SeverityMark, ThemeName } from '#core/browser/parts/marks.tsx';
import { gravest, sameSeverity } from '#core/notes/index.ts';
import type { Told } from '../capture.ts';
import { lineKey } from '../keys.ts';
import type { CallModel } from '../model.ts';
import type { NoteView } from '../noteView.ts';
import { clockOf, toldWords, valenceWords, words } from '../words.ts';
import { EditActs } from './EditActs.tsx';
import { Named } from './Named.tsx';
import { listId, OfferList, optionId } from './OfferList.tsx';
import { Suggested, suggestedId } from './Suggested.tsx';

/**
 * The capture line. The input is uncontrolled on purpose: what a key types is on screen before any of our code runs, and
 * our handler only notes the text and hands the draft to its writer. What follows from the text (how it reads, which
 * themes fit) hangs on signals that redraw those few words alone; neither this part nor the notes are drawn for a key.
 */
export function CaptureField({
  model,
  input,
}: {
  model: CallModel;
  input: RefObject<HTMLInputElement | null>;
}) {
  if (model.watches)
    return (
      <section class="call-cap" aria-label={words.line.place}>
        <p class="call-watch quiet">{words.line.watching}</p>
      </section>
    );
  return <Writing model={model} input={input} />;
}

function Writing({ model, input }: { model: CallModel; input: RefObject<HTMLInputElement | null> }) {
  const { line } = model;
  // Not useSignalEffect: that waits for the next frame, and emptying the field then would take the letters that a quick
  // typist has put into it since Enter. A plain effect runs before Enter returns.
  useLayoutEffect(() => {
    return effect(() => {
      const { line: text, caret } = line.shown.value;
      const field = input.current;
      if (!field) return;
      field.value = text;
      // Both have the page laid out, and the caret of an empty line has one place: not on every Enter.
      if (text === '') return;
      if (document.activeElement === field) field.setSelectionRange(caret, caret);
      // The end of a long line is where one types.
      field.scrollLeft = field.scrollWidth;
    });
  }, [line]);
  const typed = () => {
    const field = input.current;
    if (field) line.typed(field.value, field.selectionStart ?? field.value.length);
  };
  // Two notes in a row must be two announcements.
  const said = useComputed(() => {
    const told = line.told.value;
    return told ? toldWords(told) + '\u00a0'.repeat(told.nth % 2) : '';
  });
  const open = useComputed(() => line.offer.value !== null);
  const active = useComputed(() => {
    const at = line.offer.value?.active ?? -1;
    return at < 0 ? undefined : optionId(at);
  });
  const look = useComputed(() => (line.reading.value.verbatim ? 'said' : ''));
  return (
    <section class="call-cap" aria-label={words.line.place}>
      <LastNote model={model} />
      <div class="call-ln">
        <label class="vh" for="capture">
          {words.line.label}
        </label>
        <input
          id="capture"
          ref={input}
          dir="auto"
          class={look}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={active}
          aria-describedby={`capture-reading ${suggestedId}`}
          placeholder={words.line.hint}
          autocomplete="off"
          autocapitalize="sentences"
          spellcheck={true}
          enterkeyhint="send"
          onInput={typed}
          onSelect={typed}
          onPaste={pasteInOneLine}
          onKeyDown={(event) => {
            if (lineKey(event, model)) event.preventDefault();
          }}
        />
        <OfferList model={model} />
      </div>
      <Under model={model} />
      <p class="vh" role="status">
        {said}
      </p>
    </section>
  );
}

/** A one-line field drops line breaks and glues words together; they become spaces instead. */
function pasteInOneLine(event: ClipboardEvent & { currentTarget: HTMLInputElement }) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  const field = event.currentTarget;
  const one = text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  field.setRangeText(one, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What is worth more than the grammar until the next key: the rest is plain to see. */
const remarkable: ReadonlySet<Told['what']> = new Set([
  'removed',
  'undone',
  'redone',
  'theirs',
  'noneYet',
  'noneLeft',
]);

/** Below the line: the grammar, faintly; how this line will be kept; what is being edited. Always one row high. */
function Under({ model }: { model: CallModel }) {
  const edited = model.line.editing.value;
  const told = model.line.told.value;
  // The very same each time, so that it is not gone through again at every Enter.
  const grammar = useMemo(() => <Grammar />, []);
  return (
    <div class="call-under small">
      <Suggested model={model} />
      {edited ? (
        <div class="call-doing quiet">
          <b class="strong call-ink hide-s">{words.line.editing(clockOf(edited.note.at))}</b>{' '}
          <EditActs model={model} />
        </div>
      ) : told && remarkable.has(told.what) ? (
        <p class="quiet call-told">{toldWords(told)}</p>
      ) : (
        grammar
      )}
      <Reading model={model} />
    </div>
  );
}

const Grammar = () => (
  <p class="call-gram quiet">
    {words.grammar.map(({ mark, means }) => (
      <span key={mark}>
        <b>{mark}</b> {means}
      </span>
    ))}
    {words.grammarWide.map(({ mark, means }) => (
      <span key={mark} class="call-wide">
        <b>{mark}</b> {means}
      </span>
    ))}
  </p>
);

/** How the line reads so far, so that a mark is never taken for something else unseen. */
function Reading({ model }: { model: CallModel }) {
  const { verbatim, themes, people, severity, valence } = model.line.reading.value;
  const same = sameSeverity(themes, severity);
  const each = same !== severity;
  const marked = verbatim || themes.length > 0 || people.length > 0 || severity > 0 || valence !== 'none';
  return (
    <p class="call-reading" id="capture-reading">
      {marked && <span class="quiet">{words.reading}</span>}
      {verbatim && <span>{words.theirWords}</span>}
      {themes.map((tag) => (
        <span key={tag.name}>
          <ThemeName name={tag.name} category={model.themeNamed(tag.id ?? '')?.category ?? 'product'} />
          {tag.id === null && (
            <b class="call-reading-new"> {model.isRetired(tag.name) ? words.line.retired : words.line.new}</b>
          )}
          {each && <OwnSeverity of={tag} />}
        </span>
      ))}
      {people.map(({ id, name }) => (
        <Named key={name} name={name} of={id} />
      ))}
      {(!each || severity > gravest(themes.map((t) => t.severity))) && <SeverityMark severity={severity} />}
      {valence !== 'none' && <span>{valenceWords[valence]}</span>}
    </p>
  );
}

const glance = ({ note }: NoteView): string => note.text.slice(0, 200).toWellFormed();

/** On a narrow screen the notes are out of sight: the last one stands above the line. */
function LastNote({ model }: { model: CallModel }) {
  const last = model.notes.value.at(-1);
  return (
    <div class="call-last small">
      {last && (
        <>
          <span class="num quiet">{clockOf(last.note.at)}</span>
          <p class={last.note.verbatim ? 'said' : ''} dir="auto">
            {last.note.verbatim ? quotedOf(glance(last)) : glance(last)}
          </p>
        </>
      )}
    </div>
  );
}
