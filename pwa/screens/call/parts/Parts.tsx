import { quotedOf } from '#core/browser/parts/figures.ts';
import { type MechanismPart, mechanismParts } from '#core/guide/index.ts';
import type { PartStanding } from '#core/notes/index.ts';
import type { Coach } from '../coach.ts';
import { partIs, partName, coachWords as w } from '../coachWords.ts';
import type { Mechanism } from '../mechanism.ts';
import { clockOf } from '../words.ts';

/**
 * The five parts of a mechanism: a filled mark is known, a hollow one a guess, a dotted one was not asked yet. `guess` is the
 * one that F8 and F9 decide.
 */
export function Parts({ of, coach, guess }: { of: Mechanism; coach: Coach; guess?: MechanismPart | null }) {
  return (
    <ul class="coach-parts">
      {of.parts.map((standing) => (
        <Part
          key={standing.part}
          standing={standing}
          of={of}
          coach={coach}
          hasKeys={standing.part === guess}
        />
      ))}
    </ul>
  );
}

/** The five marks alone, for a line that says how many are known. */
export function Marks({ of }: { of: Mechanism }) {
  return (
    <span class="coach-marks" aria-hidden="true">
      {of.parts.map(({ part, is }) => (
        <span key={part} class={`coach-${is}`}>
          <span class="coach-mk" />
        </span>
      ))}
    </span>
  );
}

function Part(props: { standing: PartStanding; of: Mechanism; coach: Coach; hasKeys: boolean }) {
  const { standing, of, coach, hasKeys } = props;
  const { part, is } = standing;
  const name = partName(part, of.tone);
  return (
    <li class={`coach-${is}`}>
      <button
        type="button"
        class="coach-part"
        aria-pressed={is === 'guessed' ? 'mixed' : is === 'known'}
        title={w.partKey(mechanismParts.indexOf(part))}
        onClick={() => coach.turn(of.id, part)}
      >
        <span class="coach-mk" aria-hidden="true" />
        <span>{name}</span>
      </button>
      <Evidence standing={standing} />
      {is === 'guessed' && (
        <span class={hasKeys ? 'coach-ok' : 'coach-ok coach-keyless'}>
          <button type="button" class="btn s" onClick={() => coach.turn(of.id, part)}>
            {w.right} <span class="vh">{w.guessOf(name)}</span> <kbd>F8</kbd>
          </button>
          <button type="button" class="btn s call-hush" onClick={() => coach.refuse(of.id, part)}>
            {w.wrong} <span class="vh">{w.guessOf(name)}</span> <kbd>F9</kbd>
          </button>
        </span>
      )}
    </li>
  );
}

/** The note that tells it; of a guess the words that it rests on. */
function Evidence({ standing: { is, note, words } }: { standing: PartStanding }) {
  if (!note) return <span class="quiet coach-told">{partIs[is]}</span>;
  const time = <span class="quiet num small">{clockOf(note.at)}</span>;
  if (is === 'guessed')
    return (
      <span class="coach-told">
        <span class="quiet">{w.guess}</span> {w.evidence(words)} {time}
      </span>
    );
  return (
    <span class="coach-told">
      {time}{' '}
      <span class={note.verbatim ? 'said' : ''}>{note.verbatim ? quotedOf(note.text) : note.text}</span>
    </span>
  );
}
