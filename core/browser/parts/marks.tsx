import type { ComponentChildren } from 'preact';
import type { Band } from '#core/waves/index.ts';
import { quotesSpoken } from './figures.ts';
import { bandWords, sharedWords } from './words.ts';

const tone = { detractor: 'd', passive: 'p', promoter: 'r' } as const;

/** A band's shape: downward triangle, square, upward triangle. Always beside its word or a score. */
export function BandShape({ band }: { band: Band }) {
  return (
    <svg class={`g ${tone[band]}`} viewBox="0 0 10 10" aria-hidden="true">
      {band === 'detractor' && <path d="M0 1h10L5 10z" />}
      {band === 'passive' && <rect x=".8" y=".8" width="8.4" height="8.4" />}
      {band === 'promoter' && <path d="M5 0l5 9H0z" />}
    </svg>
  );
}

/** Shape and word. */
export function BandMark({ band, children }: { band: Band; children?: ComponentChildren }) {
  return (
    <span class="bd">
      <BandShape band={band} />
      <span>{children ?? bandWords.one[band]}</span>
    </span>
  );
}

/** Detractors, passives, promoters as one strip of shares; the figures stand in the table beside it. */
export function BandStrip({ shares }: { shares: Readonly<Record<Band, number>> }) {
  return (
    <span class="strip" aria-hidden="true">
      <span class="d" style={{ flex: shares.detractor }} />
      <span class="p" style={{ flex: shares.passive }} />
      <span class="r" style={{ flex: shares.promoter }} />
    </span>
  );
}

/** A theme's name; its # carries the category's hue. */
export function ThemeName({ name, category }: { name: string; category: string }) {
  return <span class={`th c-${category}`}>{name}</span>;
}

/** `!` to `!!!` with the word. Nothing when not stated. */
export function SeverityMark({ severity }: { severity: 0 | 1 | 2 | 3 }) {
  if (severity === 0) return null;
  return (
    <span class="sev small">
      <i aria-hidden="true">{'!'.repeat(severity)}</i>
      {sharedWords.severities[severity]}
    </span>
  );
}

/** Behind a theme's name, where the themes beside it are not as grave. */
export function OwnSeverity({ of: { severity } }: { of: { severity: 0 | 1 | 2 | 3 } }) {
  return severity === 0 ? null : (
    <>
      {' '}
      <SeverityMark severity={severity} />
    </>
  );
}

/** The customer's words, in serif, never shortened. */
export function Said({
  children,
  large,
  by,
}: {
  children: ComponentChildren;
  large?: boolean;
  by?: ComponentChildren;
}) {
  const [open, close] = quotesSpoken();
  return (
    <blockquote class={large ? 'said l' : 'said'}>
      {open}
      {children}
      {close}
      {by && <span class="by">{by}</span>}
    </blockquote>
  );
}

/** The sounding lead and the name, or the name of the place. */
export function Brand({ children }: { children?: ComponentChildren }) {
  return (
    <span class="brand">
      <svg viewBox="0 0 14 22" aria-hidden="true">
        <path d="M7 0v15M3 4h8M4.5 9h5" stroke="currentColor" stroke-width="1.6" fill="none" />
        <path d="M7 14l3.2 5.6a1 1 0 0 1-.9 1.4H4.7a1 1 0 0 1-.9-1.4z" fill="var(--accent)" />
      </svg>
      {children ?? 'Sounding'}
    </span>
  );
}
