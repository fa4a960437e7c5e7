import type { ComponentChildren } from 'preact';
import { BandMark, SeverityMark } from '#core/browser/parts/marks.tsx';
import type { MentionView } from '../mentions.ts';
import { words } from '../words.ts';

/** One note as it was taken: the customer's own words in serif, and who said it as far as they allow. */
export function Mention({ mention, children }: { mention: MentionView; children?: ComponentChildren }) {
  const { text, verbatim, severity, band, score, name, unquotable } = mention;
  return (
    <span class="thm-said">
      {verbatim ? <q class="said">{text}</q> : <span class="thm-text">{text}</span>}
      <span class="by small quiet">
        <BandMark band={band}>{words.scored(band, score)}</BandMark>
        {name && <span>{name}</span>}
        {unquotable && verbatim && <span>{words.page.unquotable}</span>}
        <SeverityMark severity={severity} />
        {children}
      </span>
    </span>
  );
}
