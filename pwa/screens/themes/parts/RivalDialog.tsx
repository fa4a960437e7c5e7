import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { BandMark } from '#core/browser/parts/marks.tsx';
import {
  type InterviewFacts,
  namesRival,
  type Rival,
  type RivalDraft,
  type RivalStanding,
  standingOf,
  standings,
} from '#core/themes/index.ts';
import { words } from '../words.ts';
import type { Hands } from './useHands.ts';

/** Adds a competitor, or edits one, with how far the customer of each interview went with it. */
export function RivalDialog(props: {
  theme: string;
  rival?: Rival;
  /** Interviews that raise the theme or name it. */
  calls: readonly InterviewFacts[];
  hands: Hands;
  onClose(): void;
}) {
  const { rival, calls } = props;
  const id = useId();
  const theme = rival?.theme || props.theme;
  const [opened] = useState<RivalDraft>({
    name: rival?.name ?? '',
    feature: rival?.feature ?? '',
    theme,
    seen: {},
  });
  const [name, setName] = useState(opened.name);
  const [feature, setFeature] = useState(opened.feature);
  const [seen, setSeen] = useState<Readonly<Record<string, RivalStanding | null>>>({});
  const [wrong, setWrong] = useState('');
  const save = async (event: Event) => {
    event.preventDefault();
    const draft = { name, feature, theme, seen };
    const why = await props.hands.keepRival(rival?.id ?? '', draft, rival ? opened : null);
    if (why) setWrong(why);
    else props.onClose();
  };
  const put = (interview: string, value: string) =>
    setSeen({ ...seen, [interview]: standings.find((s) => s === value) ?? null });
  return (
    <Dialog
      title={rival ? words.rivalForm.edit(rival.name) : words.rivalForm.add}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" class="btn" onClick={props.onClose}>
            {words.rivalForm.cancel}
          </button>
          <button type="submit" form={id} class="btn do">
            {words.rivalForm.save}
          </button>
        </>
      }
    >
      <form id={id} class="thm-form" onSubmit={(event) => void save(event)} noValidate>
        <div class="field">
          <label for={`${id}-name`}>{words.rivalForm.name}</label>
          <input
            id={`${id}-name`}
            class="in"
            autofocus
            autocomplete="off"
            maxLength={80}
            value={name}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onInput={(event) => {
              setName(event.currentTarget.value);
              setWrong('');
            }}
          />
          {wrong && (
            <span id={`${id}-wrong`} class="wrong" role="alert">
              {wrong}
            </span>
          )}
        </div>
        <div class="field">
          <label for={`${id}-feature`}>{words.rivalForm.feature}</label>
          <input
            id={`${id}-feature`}
            class="in"
            autocomplete="off"
            maxLength={200}
            value={feature}
            onInput={(event) => setFeature(event.currentTarget.value)}
          />
        </div>
        <fieldset class="thm-into thm-seen">
          <legend>{words.rivalForm.seen}</legend>
          {calls.length === 0 && <p class="quiet">{words.rivalForm.noCalls}</p>}
          {calls.map((f) => (
            <label key={f.interview}>
              <span>
                {f.accountName || f.name || f.person} <BandMark band={f.band} />
              </span>
              <select
                class="sel s"
                value={(f.interview in seen ? seen[f.interview] : wentIn(f, rival)) ?? ''}
                onChange={(event) => put(f.interview, event.currentTarget.value)}
              >
                <option value="">{words.rivalForm.notNamed}</option>
                {standings.map((s) => (
                  <option key={s} value={s}>
                    {words.standings[s]}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}

/** As stated; who names it in a note at least knows it. */
function wentIn(call: InterviewFacts, rival: Rival | undefined): RivalStanding | null {
  return standingOf(rival, call.interview) ?? (rival && namesRival(call, rival.id) ? 'known' : null);
}
