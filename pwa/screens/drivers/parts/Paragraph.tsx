import { BandShape } from '#core/browser/parts/marks.tsx';
import type { Shown } from '../lines.ts';
import { bandNames, detailWords, speaker, words } from '../words.ts';

/** A paragraph to read: what somebody wrote as text, each quote as its note and its consent are now. */
export function Paragraph({ parts }: { parts: readonly Shown[] }) {
  return (
    <p class="drv-par" dir="auto">
      {parts.map((part, i) => (part.kind === 'text' ? part.text : <InlineQuote key={i} part={part} />))}
    </p>
  );
}

function InlineQuote({ part: { quote } }: { part: Extract<Shown, { kind: 'quote' }> }) {
  if (quote.kind !== 'quote') return <span class="quiet">[{words.quoteGone[quote.kind]}]</span>;
  const by = [quote.name, speaker(quote)].filter(Boolean).join(', ');
  return (
    <>
      <q class="said">{quote.text}</q>{' '}
      <span class="quiet small">
        (<BandShape band={quote.band} /> {bandNames[quote.band].one}
        {by && detailWords.by(by)})
      </span>
    </>
  );
}
