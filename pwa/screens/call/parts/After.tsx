import type { ComponentProps } from 'preact';
import { SeverityMark, ThemeName } from '#core/browser/parts/marks.tsx';
import type { Chip, NoteView } from '../noteView.ts';
import { summaryNext, summaryOf, words } from '../words.ts';
import { Alternatives } from './Alternatives.tsx';
import { ConsentLine, Kept } from './Kept.tsx';
import { SaidByArea } from './SaidByArea.tsx';
import { TagLater } from './TagLater.tsx';
import { Understood } from './Understood.tsx';

/** The call is over: what came of it, what is left to do. */
export function After(props: ComponentProps<typeof Kept>) {
  const { model } = props;
  const notes = model.notes.value;
  const areas = model.areas.value;
  const head = model.head.value;
  const untagged = notes.filter((n) => n.chips.length === 0).length;
  return (
    <section class="call-ask call-after" aria-label={words.after.title}>
      <p class="quiet call-kick">
        {head?.name} {words.after.held}.
      </p>
      <h1>{summaryOf(model.seconds.value, notes, areas)}</h1>
      <p class="lede">{summaryNext(untagged, areas)}</p>
      {head && !head.consentAsked && !model.watches && <ConsentLine model={model} />}
      {!model.watches && <TagLater model={model} />}
      <h2>{words.after.whatSaid}</h2>
      <Raised notes={notes} />
      <Alternatives model={model} />
      <Understood model={model} />
      <h2>{words.after.said}</h2>
      <SaidByArea model={model} />
      <Kept {...props} />
      <p class="call-after-acts">
        <a class="btn do" href="/interviews">
          {words.after.leave}
        </a>
        {!model.watches && (
          <button type="button" class="btn" onClick={model.reopen}>
            {words.after.reopen}
          </button>
        )}
      </p>
    </section>
  );
}

/** Themes of this interview, most notes first. */
function Raised({ notes }: { notes: readonly NoteView[] }) {
  const raised = raisedIn(notes);
  if (raised.length === 0)
    return <p class="quiet">{notes.length === 0 ? words.after.noneTyped : words.after.nothing}</p>;
  return (
    <ul class="call-raised">
      {raised.map(({ chip, times }) => (
        <li key={chip.id}>
          <ThemeName name={chip.name} category={chip.category} />
          <SeverityMark severity={chip.severity} />
          <span class="quiet small num">{words.noteCount(times)}</span>
        </li>
      ))}
    </ul>
  );
}

function raisedIn(notes: readonly NoteView[]): { chip: Chip; times: number }[] {
  const found = new Map<string, { chip: Chip; times: number }>();
  for (const chip of notes.flatMap((n) => n.chips)) {
    const before = found.get(chip.id);
    const worst = before && before.chip.severity > chip.severity ? before.chip : chip;
    found.set(chip.id, { chip: worst, times: (before?.times ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.times - a.times || (a.chip.name < b.chip.name ? -1 : 1));
}
