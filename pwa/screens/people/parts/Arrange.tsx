import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { localTimeIn } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { dialogWords, momentText, thereText } from '../dialogWords.ts';
import { callMinutes } from '../invitations.ts';
import type { RosterModel } from '../roster.ts';
import type { Line } from '../rosterLines.ts';
import { refusalText, rosterWords } from '../rosterWords.ts';
import { words } from '../words.ts';

const lengths = [15, 30, 45, 60] as const;

/** A day and a time for the call, with what the clock says there, and a calendar file. */
export function Arrange({ model, line, onClose }: { model: RosterModel; line: Line; onClose(): void }) {
  const deps = useDeps();
  const id = useId();
  const { entry } = line;
  const name = entry.name || rosterWords.unnamed;
  const first = firstMoment(entry.call?.at ?? 0, deps.clock.now());
  const [day, setDay] = useState(first.day);
  const [time, setTime] = useState(first.time);
  const [minutes, setMinutes] = useState(entry.call?.minutes ?? callMinutes);
  const [wrong, setWrong] = useState('');
  const at = new Date(`${day}T${time}`).getTime();
  const there = localTimeIn(entry.timeZone, at);
  const arrange = async (withFile: boolean) => {
    const refused = await model.arrange(entry, at, minutes);
    if (refused) return setWrong(refusalText(refused));
    if (withFile) model.saveCalendar(entry);
    onClose();
    deps.say(dialogWords.arrange.done(name, momentText(at)), {
      name: words.undo,
      run: () => void model.putBack(entry),
    });
  };
  return (
    <Dialog
      title={dialogWords.arrange.title(name)}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="btn" onClick={() => void arrange(false)}>
            {dialogWords.arrange.only}
          </button>
          <button type="button" class="btn do" onClick={() => void arrange(true)}>
            {dialogWords.arrange.save}
          </button>
        </>
      }
    >
      <div class="ppl-when">
        <div class="field">
          <label for={`${id}-day`}>{dialogWords.arrange.day}</label>
          <input
            id={`${id}-day`}
            class="in"
            type="date"
            value={day}
            onInput={(event) => {
              setDay(event.currentTarget.value);
              setWrong('');
            }}
          />
        </div>
        <div class="field">
          <label for={`${id}-time`}>{dialogWords.arrange.time}</label>
          <input
            id={`${id}-time`}
            class="in"
            type="time"
            step={300}
            value={time}
            onInput={(event) => {
              setTime(event.currentTarget.value);
              setWrong('');
            }}
          />
        </div>
        <div class="field">
          <label for={`${id}-minutes`}>{dialogWords.arrange.minutes}</label>
          <select
            id={`${id}-minutes`}
            class="sel"
            value={String(minutes)}
            onChange={(event) => setMinutes(Number(event.currentTarget.value))}
          >
            {lengths.map((n) => (
              <option key={n} value={String(n)}>
                {n}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p class="quiet">{there ? `${thereText(there)}.` : dialogWords.arrange.noZone}</p>
      <p class="ppl-wrong" role="alert">
        {wrong}
      </p>
    </Dialog>
  );
}

/** The call as arranged, or ten o'clock tomorrow: as the fields of a form take it, by the clock of whoever sits here. */
function firstMoment(arranged: number, now: number): { day: string; time: string } {
  const at = new Date(arranged > now ? arranged : now + 86_400_000);
  if (arranged <= now) at.setHours(10, 0, 0, 0);
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}
