import { crossSign, shownValue } from '../segments/index.ts';
import type { Band } from '../waves/index.ts';

const bandNames: Readonly<Record<Band, string>> = {
  detractor: 'Detraktor',
  passive: 'passiv',
  promoter: 'Promotor',
};

/** What `reasonText` writes, with or without the score. */
const drawn = /^(.+) × (detractor|passive|promoter)(?:, score (\d+))?$/;
/** What `substitute` adds. */
const instead =
  /^for (.+), who (declined|did not appear)(?:: nobody with score (\d+) was left, so the nearest)?$/;

/** Why somebody is on the roster, as the language spoken says it: what the draw writes is kept in English. */
export function shownReason(reason: string): string {
  const at = reason.indexOf('; for ');
  if (at >= 0) return `${shownReason(reason.slice(0, at))}; ${shownReason(reason.slice(at + 2))}`;
  const [, segment, band, score] = drawn.exec(reason) ?? [];
  if (segment && band) {
    const name = segment === 'Anyone' ? 'Alle' : segment.split(crossSign).map(shownValue).join(crossSign);
    return `${name} × ${bandNames[band as Band]}${score ? `, Wertung ${score}` : ''}`;
  }
  const [, gone, happened, nearest] = instead.exec(reason) ?? [];
  if (!gone) return reason;
  const why = happened === 'declined' ? 'hat abgelehnt' : 'ist nicht erschienen';
  return `für ${gone} (${why})${nearest ? `. Niemand mit Wertung ${nearest} war übrig, daher die nächste` : ''}`;
}
