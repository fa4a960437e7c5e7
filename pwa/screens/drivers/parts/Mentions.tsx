import { useState } from 'preact/hooks';
import { BandMark, Said, SeverityMark } from '#core/browser/parts/marks.tsx';
import type { InterviewFacts, MentionFact } from '#core/themes/index.ts';
import type { DriverLine } from '../lines.ts';
import type { DriversModel } from '../model.ts';
import { detailWords, segmentsOf } from '../words.ts';

/** Interviews shown before the rest is asked for. */
const atFirst = 12;

interface MentionsProps {
  model: DriversModel;
  row: DriverLine;
  onPin(note: string): void;
  onQuote(note: string): void;
}

/** Every mention a driver rests on, by interview; customers' own words only where they may be shown. */
export function Mentions({ model, row, onPin, onQuote }: MentionsProps) {
  const [all, setAll] = useState(false);
  const interviews = model
    .evidence(row)
    .map((interview) => ({
      interview,
      mentions: interview.mentions.filter((m) => model.countsFor(m.theme, row.theme)),
    }))
    .sort(
      (a, b) => gravest(b.mentions) - gravest(a.mentions) || a.interview.startedAt - b.interview.startedAt,
    );
  const pinned = row.pinned && row.quote.kind === 'quote' ? row.quote.note : '';
  return (
    <div class="drv-said">
      <h3>{detailWords.mentions(interviews.length)}</h3>
      <ol>
        {interviews.slice(0, all ? interviews.length : atFirst).map(({ interview, mentions }) => (
          <li key={interview.interview}>
            <Speaker interview={interview} />
            {mentions.map((mention) => (
              <Mention
                key={`${mention.note} ${mention.theme}`}
                mention={mention}
                mayQuote={interview.consentQuote !== 'no'}
                pinned={mention.note === pinned}
                onPin={onPin}
                onQuote={onQuote}
              />
            ))}
          </li>
        ))}
      </ol>
      {!all && interviews.length > atFirst && (
        <button type="button" class="btn s" onClick={() => setAll(true)}>
          {detailWords.moreInterviews(interviews.length - atFirst)}
        </button>
      )}
    </div>
  );
}

const gravest = (mentions: readonly MentionFact[]): number => Math.max(0, ...mentions.map((m) => m.severity));

function Speaker({ interview }: { interview: InterviewFacts }) {
  const { band, score, consentQuote, name, segments } = interview;
  const who = consentQuote === 'withName' && name ? `${name}, ` : '';
  const where = segmentsOf(segments);
  return (
    <p class="small quiet">
      <BandMark band={band}>
        {who}
        {detailWords.scored(band, score)}
      </BandMark>
      {where && `, ${where}`} <a href={`/call/${interview.interview}`}>{detailWords.toInterview}</a>
    </p>
  );
}

interface MentionProps {
  mention: MentionFact;
  mayQuote: boolean;
  pinned: boolean;
  onPin(note: string): void;
  onQuote(note: string): void;
}

function Mention({ mention, mayQuote, pinned, onPin, onQuote }: MentionProps) {
  const { verbatim, text, note, severity } = mention;
  if (!verbatim)
    return (
      <p class="drv-note">
        {text} <SeverityMark severity={severity} />
      </p>
    );
  if (!mayQuote)
    return (
      <p class="drv-note quiet">
        {detailWords.notShown} <SeverityMark severity={severity} />
      </p>
    );
  return (
    <div class="drv-note">
      <Said>{text}</Said>
      <span class="acts small">
        <SeverityMark severity={severity} />
        <button type="button" class="btn txt" onClick={() => onQuote(note)}>
          {detailWords.quote}
        </button>
        <button type="button" class="btn txt" aria-pressed={pinned} onClick={() => onPin(pinned ? '' : note)}>
          {pinned ? detailWords.unpin : detailWords.pin}
        </button>
      </span>
    </div>
  );
}
