import { useState } from 'preact/hooks';
import { rangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { IntervalPlot } from '#core/browser/parts/IntervalPlot.tsx';
import { BandShape, Said, ThemeName } from '#core/browser/parts/marks.tsx';
import type { CardPerson, CardSegment } from '../background/messages.ts';
import { words } from './words.ts';

/** One glance: shape and score, sentence, segments, what was raised, how sure and how old. */
export function PersonCard({ person, now }: { person: CardPerson; now: number }) {
  return (
    <>
      <header>
        <Score person={person} />
        <div class="who">
          <h1>
            <bdi>{person.name || words.noName}</bdi>
          </h1>
          <p class="small quiet">
            {words.said(person)},<bdi>{words.answered(person)}</bdi>
          </p>
          {person.accountName && (
            <p class="small quiet">
              <bdi>{person.accountName}</bdi>
            </p>
          )}
        </div>
      </header>
      <Comment person={person} />
      {person.segments.length > 0 && <Segments segments={person.segments} />}
      <Conversation person={person} now={now} />
      <footer class="small quiet">
        <span>
          {words.matched(person, now)}
          {person.sample && ` ${words.sample}.`}
        </span>
        <a href={person.app} target="_blank" rel="noopener noreferrer">
          {words.open}
        </a>
      </footer>
    </>
  );
}

function Score({ person }: { person: CardPerson }) {
  if (person.score === null) return null;
  return (
    <p class="score num">
      {person.band && <BandShape band={person.band} />}
      <b>{wholeOf(person.score)}</b>
      <span class={person.band ? 'vh' : 'small quiet'}> {words.outOf(person.metric)}</span>
    </p>
  );
}

const atOnce = 170;

/** The comment in the customer's words; a long one opens on demand, and is never shortened in the middle. */
function Comment({ person }: { person: CardPerson }) {
  const [all, setAll] = useState(false);
  const { comment } = person;
  if (comment === '') return person.score === null ? null : <p class="none quiet">{words.noComment}</p>;
  const isLong = comment.length > atOnce;
  return (
    <div class={isLong && !all ? 'comment folded' : 'comment'} dir="auto">
      <Said>{comment}</Said>
      {isLong && !all && (
        <button type="button" class="btn txt small" onClick={() => setAll(true)}>
          {words.showAll}
        </button>
      )}
      {person.commentIsCut && all && <p class="small quiet">{words.cut}</p>}
    </div>
  );
}

/** One glance holds this many; the others are a press away. */
const atAGlance = 4;

/** Those that differ from everyone else first. */
function Segments({ segments }: { segments: readonly CardSegment[] }) {
  const [all, setAll] = useState(false);
  const ranked = [...segments].sort((a, b) => Number(b.beyondNoise) - Number(a.beyondNoise));
  const shown = all ? ranked : ranked.slice(0, atAGlance);
  return (
    <section aria-label={words.segments}>
      <dl class="segments num">
        {shown.map((segment) => (
          <SegmentRow key={`${segment.dimension}=${segment.value}`} segment={segment} />
        ))}
      </dl>
      {shown.length < ranked.length && (
        <button type="button" class="btn txt small" onClick={() => setAll(true)}>
          {words.moreSegments(ranked.length - shown.length)}
        </button>
      )}
    </section>
  );
}

/** Score, interval and whether it could be noise: drawn for the eye, in figures beside it, in words for the ear. */
function SegmentRow({ segment }: { segment: CardSegment }) {
  const { nps, beyondNoise } = segment;
  const meaning = segment.isSmall ? words.small(segment.n) : words.mark(segment);
  return (
    <div title={`${segment.dimension}: ${nps ? meaning : words.notKnown}`}>
      <dt>
        <bdi>{segment.value}</bdi> <span class="dimension small quiet">{segment.dimension}</span>
      </dt>
      {nps ? (
        <dd>
          <b>{wholeOf(nps.value)}</b>
          <span class="range quiet">{rangeOf(nps.low, nps.high)}</span>
          <span class="vh">, {meaning}</span>
          <IntervalPlot {...nps} axis={axis} beyondNoise={beyondNoise} lines={zero} />
        </dd>
      ) : (
        <dd class="quiet">{words.notKnown}</dd>
      )}
    </div>
  );
}

const axis = [-100, 100] as const;
const zero = [{ at: 0 }];

function Conversation({ person, now }: { person: CardPerson; now: number }) {
  if (!person.interview) return <p class="talk quiet">{words.noInterview}</p>;
  return (
    <div class="talk">
      {person.themes.length > 0 ? (
        <p class="themes">
          <span class="quiet">{words.themes}</span>
          {person.themes.map((theme) => (
            <ThemeName key={theme.name} name={theme.name} category={theme.category} />
          ))}
        </p>
      ) : (
        <p class="quiet">{words.noThemes}</p>
      )}
      <p class="small quiet">{words.interview(person.interview, now)}</p>
    </div>
  );
}
