import { useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { bandOf } from '#core/scores/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { dialogWords } from '../dialogWords.ts';
import type { RosterModel } from '../roster.ts';
import type { Line } from '../rosterLines.ts';
import { refusalText, rosterWords } from '../rosterWords.ts';
import { purposeText } from '../words.ts';

const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Somebody from outside the survey is asked for a score before the call: its questions follow from the band. */
export function AskScore({ model, line, onClose }: { model: RosterModel; line: Line; onClose(): void }) {
  const deps = useDeps();
  const [score, setScore] = useState<number | null>(null);
  const begin = async () => {
    if (score === null) return;
    await model.stateScore(line.entry, score);
    const answer = await model.call(line.entry);
    if ('href' in answer) return deps.go(answer.href);
    onClose();
    deps.say(refusalText(answer));
  };
  return (
    <Dialog
      title={dialogWords.ask.title(line.entry.name || rosterWords.unnamed)}
      onClose={onClose}
      actions={
        <button type="button" class="btn do" aria-disabled={score === null || undefined} onClick={begin}>
          {score === null ? dialogWords.ask.choose : dialogWords.ask.begin(score)}
        </button>
      }
    >
      <p class="quiet">{dialogWords.ask.text}</p>
      <fieldset class="ppl-scores">
        <legend class="vh">{dialogWords.ask.label}</legend>
        {scores.map((s) => (
          <label key={s}>
            {s}
            <input type="radio" name="score" checked={score === s} onChange={() => setScore(s)} />
          </label>
        ))}
      </fieldset>
      {score !== null && (
        <p>
          <BandMark band={bandOf(score)} />. {purposeText(bandOf(score))}
        </p>
      )}
    </Dialog>
  );
}
