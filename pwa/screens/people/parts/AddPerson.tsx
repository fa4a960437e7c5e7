import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import type { OutsidePerson } from '#core/sample/index.ts';
import { bands } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { dialogWords } from '../dialogWords.ts';
import type { RosterModel } from '../roster.ts';
import { refusalText } from '../rosterWords.ts';
import { bandNames } from '../words.ts';

const nobody: OutsidePerson = {
  name: '',
  email: '',
  phone: '',
  accountName: '',
  timeZone: '',
  score: null,
  band: null,
  reason: '',
};

/** Somebody the survey does not know: with the reason, and marked as such. */
export function AddPerson({ model, onClose }: { model: RosterModel; onClose(): void }) {
  const deps = useDeps();
  const id = useId();
  const [person, setPerson] = useState(nobody);
  const [wrong, setWrong] = useState('');
  const write = (fields: Partial<OutsidePerson>) => {
    setPerson({ ...person, ...fields });
    setWrong('');
  };
  const text = (
    field: 'name' | 'email' | 'phone' | 'accountName' | 'timeZone',
    label: string,
    type: 'text' | 'tel' | 'email' = 'text',
    hint = '',
  ) => (
    <div class="field">
      <label for={`${id}-${field}`}>{label}</label>
      <input
        id={`${id}-${field}`}
        class="in"
        inputMode={type}
        maxLength={200}
        autocomplete="off"
        value={person[field]}
        aria-describedby={hint ? `${id}-${field}-hint` : undefined}
        onInput={(event) => write({ [field]: event.currentTarget.value })}
      />
      {hint && (
        <span class="hint" id={`${id}-${field}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
  const add = async () => {
    const refused = await model.add(person);
    if (refused) return setWrong(refusalText(refused));
    onClose();
    deps.say(dialogWords.add.done(person.name.trim()));
  };
  return (
    <Dialog
      title={dialogWords.add.title}
      onClose={onClose}
      actions={
        <button type="button" class="btn do" onClick={() => void add()}>
          {dialogWords.add.save}
        </button>
      }
    >
      <p class="quiet">{dialogWords.add.text}</p>
      <div class="ppl-form">
        {text('name', dialogWords.add.name)}
        {text('accountName', dialogWords.add.account)}
        <div class="ppl-two">
          {text('email', dialogWords.add.email, 'email')}
          {text('phone', dialogWords.add.phone, 'tel')}
        </div>
        {text('timeZone', dialogWords.add.zone, 'text', dialogWords.add.zoneHint)}
        <div class="ppl-two">
          <div class="field">
            <label for={`${id}-score`}>{dialogWords.add.score}</label>
            <select
              id={`${id}-score`}
              class="sel"
              value={person.score === null ? '' : String(person.score)}
              onChange={({ currentTarget: { value } }) =>
                write({ score: value === '' ? null : Number(value) })
              }
            >
              <option value="">{dialogWords.add.scoreUnknown}</option>
              {Array.from({ length: 11 }, (_, score) => (
                <option key={score} value={String(score)}>
                  {score}
                </option>
              ))}
            </select>
          </div>
          {person.score === null && (
            <div class="field">
              <label for={`${id}-band`}>{dialogWords.add.band}</label>
              <select
                id={`${id}-band`}
                class="sel"
                value={person.band ?? ''}
                aria-describedby={`${id}-band-hint`}
                onChange={({ currentTarget: { value } }) =>
                  write({ band: bands.find((band) => band === value) ?? null })
                }
              >
                <option value="">{dialogWords.add.bandUnknown}</option>
                {bands.map((band) => (
                  <option key={band} value={band}>
                    {bandNames[band].title}
                  </option>
                ))}
              </select>
              <span class="hint" id={`${id}-band-hint`}>
                {dialogWords.add.bandHint}
              </span>
            </div>
          )}
        </div>
        <div class="field">
          <label for={`${id}-reason`}>{dialogWords.add.why}</label>
          <textarea
            id={`${id}-reason`}
            class="area"
            rows={2}
            maxLength={300}
            value={person.reason}
            onInput={(event) => write({ reason: event.currentTarget.value })}
          />
        </div>
      </div>
      <p class="ppl-wrong" role="alert">
        {wrong}
      </p>
    </Dialog>
  );
}
