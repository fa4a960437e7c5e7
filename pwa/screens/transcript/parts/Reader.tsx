import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isCustomers, type Turn as SaidTurn } from '#core/notes/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { readerKey } from '../keys.ts';
import type { Tagged, TranscriptModel } from '../model.ts';
import { bringIntoSight, pickedIn, selectIn } from '../selection.ts';
import { taggedWords, words } from '../words.ts';
import { TagBar } from './TagBar.tsx';
import { Turn } from './Turn.tsx';

/** What was said, turn by turn. Selecting words, by whatever means, brings up the bar that tags them. */
export function Reader(props: {
  model: TranscriptModel;
  interview: string;
  turns: readonly SaidTurn[];
  /** Above it, on the same page. */
  children: ComponentChildren;
}) {
  const { model, turns } = props;
  const { say, place } = useDeps();
  const box = useRef<HTMLElement>(null);
  const bar = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** The turn the keys work in. A mark on the page, not a drawing of it: there are thousands of turns. */
  const at = useSignal(0);
  const [told, setTold] = useState('');
  const notes = model.notes.value;
  const head = model.shown.value?.head;

  useSelection(model, box);
  useSignalEffect(() => {
    box.current?.querySelector('.tx-current')?.classList.remove('tx-current');
    box.current?.querySelector(`[data-turn="${at.value}"]`)?.parentElement?.classList.add('tx-current');
  });
  // What is selected never lies under the bar.
  useSignalEffect(() => {
    const picked = model.place.value;
    if (!picked || !box.current) return;
    at.value = picked.turn;
    requestAnimationFrame(() => {
      const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : null;
      if (range && bar.current) bringIntoSight(range.getBoundingClientRect(), bar.current.offsetHeight);
    });
  });
  // From a note: to the words it came from.
  const wanted = place.value.query.get('note');
  useEffect(() => {
    const mark = wanted && box.current?.querySelector<HTMLElement>(`[data-notes~="${CSS.escape(wanted)}"]`);
    if (!mark) return;
    mark.scrollIntoView({ block: 'center' });
    at.value = Number(mark.closest<HTMLElement>('[data-turn]')?.dataset.turn ?? 0);
  }, [wanted]);

  const toTurn = (to: number) => {
    const next = Math.max(0, Math.min(turns.length - 1, to));
    at.value = next;
    model.clear();
    const turn = box.current?.querySelector(`[data-turn="${next}"]`);
    if (turn) bringIntoSight(turn.getBoundingClientRect(), 0);
  };
  /** The page selects what the model has: only where we moved it, never while a hand is at it. */
  const show = () => {
    const picked = model.place.peek();
    if (picked && box.current) selectIn(box.current, picked);
    else document.getSelection()?.removeAllRanges();
  };
  const done = (tagged: Tagged, theme: string) => {
    setTold(taggedWords(tagged, theme));
    box.current?.focus({ preventScroll: true });
    // Once the new mark is drawn: it has other text nodes.
    requestAnimationFrame(show);
  };
  const tag = (index: number) => {
    const theme = model.choices.peek()[index];
    if (index < 0) done(model.tag(null), '');
    else if (theme) done(model.tag(theme.id), theme.name);
  };
  const undo = () => {
    if (model.undo()) say(words.undone);
  };
  const more = () => field.current?.focus();
  return (
    <>
      <main class="page tx">
        {props.children}
        <p class="quiet small tx-keys" id="tx-keys">
          {words.hint} <span class="tx-keyboard">{words.keys}</span>
        </p>
        <section
          class="tx-reader"
          ref={box}
          aria-label={words.reader}
          aria-describedby="tx-keys"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: words in it are selected and tagged by keyboard.
          tabIndex={0}
          data-own-keys
          onKeyDown={(event) => {
            if (event.target !== box.current) return;
            if (readerKey(event, model, { turn: at.peek(), toTurn, tag, more, undo })) {
              event.preventDefault();
              show();
            }
          }}
          onClick={(event) => {
            if (document.getSelection()?.isCollapsed === false) return;
            model.clear();
            const turn = event.target instanceof Element && event.target.closest<HTMLElement>('[data-turn]');
            if (turn) at.value = Number(turn.dataset.turn);
          }}
        >
          {turns.map((turn, i) => (
            <Turn
              key={i}
              n={i}
              turn={turn}
              follows={i > 0 && turns[i - 1]?.speaker === turn.speaker}
              theirs={head ? isCustomers(head, turn.speaker) : true}
              notes={notes.get(i)}
              model={model}
              interview={props.interview}
              wanted={wanted}
            />
          ))}
        </section>
        <p class="vh" role="status">
          {told}
        </p>
      </main>
      <TagBar
        bar={bar}
        field={field}
        model={model}
        onTag={tag}
        onNamed={(name) => done(model.tagNamed(name), name)}
        onLeave={() => {
          model.clear();
          document.getSelection()?.removeAllRanges();
          box.current?.focus({ preventScroll: true });
        }}
      />
    </>
  );
}

/** The page's selection, made by mouse, long press or the browser's own keys, is the model's. */
function useSelection(model: TranscriptModel, box: { current: HTMLElement | null }): void {
  useEffect(() => {
    const changed = () => {
      const picked = box.current && pickedIn(box.current);
      if (picked) model.select(picked.turn, picked.from, picked.to);
    };
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [model]);
}
