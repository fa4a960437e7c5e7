import { useSignal, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { afterPaint } from '#core/browser/parts/afterPaint.ts';
import { StandingLine } from '#core/browser/parts/StandingLine.tsx';
import { takeSeat } from '#core/browser/parts/seat.ts';
import { areaNames, areas } from '#core/guide/index.ts';
import { type InterviewId, parseId } from '#core/model/ids.ts';
import { type Command, useDeps } from '#pwa/app/deps.ts';
import './call.css';
import './recording.css';
import { coachCommands, coachKey } from './coachKeys.ts';
import { keptTime } from './keptTime.ts';
import { callKey, typesText } from './keys.ts';
import { type CallModel, makeCallModel } from './model.ts';
import { After } from './parts/After.tsx';
import { Ask, Then } from './parts/Ask.tsx';
import { CaptureField } from './parts/CaptureField.tsx';
import { Coach } from './parts/Coach.tsx';
import { Consent } from './parts/Consent.tsx';
import { KeysDialog } from './parts/KeysDialog.tsx';
import { Notes } from './parts/Notes.tsx';
import { RecordingBar } from './parts/RecordingBar.tsx';
import { AreaLine, TopLine } from './parts/TopLine.tsx';
import { Who, WhoBrief } from './parts/Who.tsx';
import { useRecording } from './useRecording.ts';
import { words } from './words.ts';

/** The interview of the address. The frame makes a new one for another address. */
export default function Screen() {
  const deps = useDeps();
  const [interview] = useState(() => parseId<'interview'>(deps.place.peek().params.id ?? ''));
  return interview.ok ? <Call interview={interview.value} /> : <Calm {...words.missing} />;
}

function Call({ interview }: { interview: InterviewId }) {
  const deps = useDeps();
  const model = useMemo(() => {
    const seat = () => takeSeat(interview, (key) => deps.drafts.read(key));
    return makeCallModel(deps, interview, seat, keptTime(interview), afterPaint);
  }, [deps, interview]);
  useEffect(() => {
    const timer = setInterval(model.tick, 1000);
    return () => {
      clearInterval(timer);
      model.dispose();
    };
  }, [model]);
  switch (model.state.value) {
    case 'missing':
      return <Calm {...words.missing} />;
    case 'failed':
      return <Calm {...words.failed} action={words.missing.action} />;
    case 'opening':
    case 'ready':
      return <Holding model={model} interview={interview} />;
  }
}

function Calm({ title, text, action }: { title: string; text: string; action: string }) {
  return (
    <main class="page">
      <div class="head">
        <h1>{title}</h1>
        <p class="lede">{text}</p>
      </div>
      <a class="btn do" href="/interviews">
        {action}
      </a>
    </main>
  );
}

/** A call under way, or its summary. The frame stands before the documents are open: nobody waits to type. */
function Holding({ model, interview }: { model: CallModel; interview: InterviewId }) {
  const input = useRef<HTMLInputElement>(null);
  const [keys, setKeys] = useState(false);
  const { troubles } = useDeps();
  const step = model.step.value;
  const recording = useRecording(model, interview);
  const jump = useSignal<{ second: number } | null>(null);
  const toLine = () => input.current?.focus({ preventScroll: true });
  const listen =
    step === 'after' && recording && recording.parts.value.length > 0 && !recording.withdrawn.value
      ? (second: number) => {
          jump.value = { second };
        }
      : null;
  useCallKeys(model, input, () => setKeys(true));
  useCommands(model, () => setKeys(true));
  useParting(model);
  const height = useVisibleHeight();
  // Before anything can be pressed: an effect that came later would take the focus from where the user has gone.
  useLayoutEffect(() => {
    if (step !== 'consent') toLine();
  }, [step]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: not a control; it gives the focus back to the line.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key never takes the focus away by itself.
    <div
      class="call"
      style={height ? { height: `${height}px` } : undefined}
      onClick={(e) => giveBack(e, toLine)}
    >
      <TopLine model={model} onKeys={() => setKeys(true)} />
      <div class="call-over">
        {troubles?.value.map((line) => (
          <StandingLine key={line.text} line={line} />
        ))}
        <AreaLine model={model} />
        {recording && step !== 'after' && <RecordingBar recording={recording} />}
      </div>
      <main class="call-main">
        <div class="call-three">
          <WhoBrief model={model} />
          {step === 'consent' && <Consent model={model} onDone={toLine} />}
          {step === 'ask' && (
            <Ask model={model}>
              <Coach model={model} />
            </Ask>
          )}
          {step === 'after' && (
            <After model={model} interview={interview} recording={recording} jump={jump} />
          )}
          <Notes model={model} interview={interview} listen={listen} />
          <Who model={model} />
        </div>
        {step === 'ask' && <Then model={model} />}
      </main>
      <CaptureField model={model} input={input} />
      {keys && (
        <KeysDialog
          onClose={() => {
            setKeys(false);
            toLine();
          }}
        />
      )}
    </div>
  );
}

const ownsFocus = 'input, textarea, select, label, dialog, [data-own-keys]';

/** After any click the line has the focus again, unless it went to something that takes keys, or text was selected. */
function giveBack(event: MouseEvent, toLine: () => void): void {
  if (!(event.target instanceof Element) || event.target.closest(ownsFocus)) return;
  if (document.getSelection()?.isCollapsed === false) return;
  // Where the keyboard is on the screen, a tap on the question must not bring it up.
  if (matchMedia('(pointer: coarse)').matches && !event.target.closest('.call-notes, .call-cap')) return;
  toLine();
}

function useCallKeys(model: CallModel, input: RefObject<HTMLInputElement | null>, onKeys: () => void): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const inLine = document.activeElement === input.current;
      if (event.key === '?' && inLine && model.line.now.peek() === '') onKeys();
      else if (!callKey(event, model) && !coachKey(event, model)) {
        if (!inLine && typesText(event)) input.current?.focus({ preventScroll: true });
        return;
      }
      event.preventDefault();
    };
    // Coming back from the video call: the line is ready.
    const back = () => {
      if (document.activeElement === document.body) input.current?.focus({ preventScroll: true });
    };
    addEventListener('keydown', down);
    addEventListener('focus', back);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('focus', back);
    };
  }, [model]);
}

function useCommands(model: CallModel, onKeys: () => void): void {
  const { offer } = useDeps();
  useSignalEffect(() => {
    if (model.state.value !== 'ready') return;
    const step = model.step.value;
    if (model.watches) return offer([{ name: words.keys, keys: '?', run: onKeys }]);
    return offer([
      ...(step === 'ask' ? questionCommands(model) : []),
      ...(step === 'after'
        ? [{ name: words.after.reopen, run: model.reopen }]
        : [
            ...(model.holder.value
              ? [{ name: words.led.takeOver, keys: 'Ctrl Shift Space', run: model.takeOver }]
              : [
                  {
                    name: model.paused.value ? words.led.resume : words.pause,
                    keys: 'Ctrl Shift Space',
                    run: model.pause,
                  },
                  { name: words.end, run: model.end },
                ]),
          ]),
      { name: words.keys, keys: '?', run: onKeys },
    ]);
  });
}

/** From question to question and to what the coach has: only while a question is on screen. */
const questionCommands = (model: CallModel): Command[] => [
  { name: words.next, keys: 'Ctrl Enter', run: model.next },
  { name: words.previous, keys: 'Ctrl Shift Enter', run: model.previous },
  ...areas.map((area, i) => ({
    name: areaNames[area],
    keys: `Ctrl Shift ${i + 1}`,
    run: () => model.toArea(area),
  })),
  ...coachCommands(model),
];

/** Leaving is harmless, except while something is only in the memory of this window. */
function useParting(model: CallModel): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (model.save.peek().kind === 'onlyInMemory') event.preventDefault();
    };
    // From the browser's back/forward cache. A page that loads has yet to read what was parked.
    const back = (event: PageTransitionEvent) => {
      if (event.persisted) model.line.unpark();
    };
    addEventListener('beforeunload', ask);
    addEventListener('pagehide', model.line.park);
    addEventListener('pageshow', back);
    return () => {
      removeEventListener('pageshow', back);
      removeEventListener('beforeunload', ask);
      removeEventListener('pagehide', model.line.park);
    };
  }, [model]);
}

/** Above the keyboard of a phone, where the browser lays it over the page instead of shrinking it. */
function useVisibleHeight(): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const view = window.visualViewport;
    if (!view || !matchMedia('(pointer: coarse)').matches) return;
    const read = () => setHeight(view.scale === 1 ? Math.round(view.height) : 0);
    view.addEventListener('resize', read);
    read();
    return () => view.removeEventListener('resize', read);
  }, []);
  return height;
}
