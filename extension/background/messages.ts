import * as v from 'valibot';
import type { OverlayHolds } from '#core/ports/overlay.ts';
import type { Category } from '#core/themes/index.ts';
import type { Band, Metric } from '#core/waves/index.ts';

/** The most addresses a page script may send; more people than this on a page is a list, not a record. */
export const mostAddresses = 5;

const token = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const email = v.pipe(v.string(), v.minLength(3), v.maxLength(254), v.regex(/^[\x21-\x7e]+@[\x21-\x7e]+$/));

/** From a page script: who seems to be on the page. Evidence only; the answer carries nothing about anybody. */
export const fromContent = v.strictObject({
  kind: v.literal('evidence'),
  /** Id of the adapter that read the page. */
  site: v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/)),
  /** Empty: nobody. */
  emails: v.pipe(v.array(email), v.maxLength(mostAddresses)),
  /** More people than `emails` may hold. */
  crowd: v.boolean(),
});
export type Evidence = v.InferOutput<typeof fromContent>;

export type EvidenceAnswer =
  /** Nobody known, or nothing to be shown now. */
  | { kind: 'nothing' }
  /** Somebody known: draw the handle; `several` when the user has to choose. The token opens the card, once here. */
  | { kind: 'someone'; several: boolean; token: string }
  /** The site is switched off: leave the page. */
  | { kind: 'leave' };

/** From the card, an extension page inside somebody else's page. */
export const fromCard = v.variant('kind', [
  v.strictObject({ kind: v.literal('card'), token }),
  v.strictObject({ kind: v.literal('choose'), token, index: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
]);
export type FromCard = v.InferOutput<typeof fromCard>;

/** From the popup and the options page. */
export const fromOwnPages = v.variant('kind', [
  v.strictObject({ kind: v.literal('status'), tab: v.optional(v.number()) }),
  v.strictObject({ kind: v.literal('newCode') }),
  v.strictObject({ kind: v.literal('unpair') }),
  v.strictObject({ kind: v.literal('hide'), hidden: v.boolean() }),
  v.strictObject({
    kind: v.literal('ownDomains'),
    domains: v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(50)),
  }),
]);
export type FromOwnPages = v.InferOutput<typeof fromOwnPages>;

/** What the popup and the options page show. */
export interface Status {
  pairing: { origin: string; pairedAt: number } | null;
  /** The code that may be typed in the app now. */
  code: { text: string; until: number; triesLeft: number } | null;
  holds: OverlayHolds | null;
  hidden: boolean;
  ownDomains: readonly string[];
  /** What was found on the tab that was asked about. */
  page: PageFinding | null;
}

/** What the last reading of a page came to, for the user's eyes only. */
export type PageFinding =
  | 'nobody'
  | 'unknown'
  | 'one'
  | 'several'
  | 'crowd'
  | 'noData'
  | 'hidden'
  | 'tooMany';

/** What the card shows. */
export type CardReply =
  | { kind: 'person'; person: CardPerson }
  /** Nobody's score is told before one is chosen. `others`: addresses on the page that nobody in the data has. */
  | {
      kind: 'several';
      people: readonly { name: string; email: string; accountName: string }[];
      others: number;
    }
  /** No app is paired, or it has handed over nothing yet. */
  | { kind: 'noData' }
  /** The page moved on or the person left the data since the handle was drawn. */
  | { kind: 'gone' };

export interface CardPerson {
  name: string;
  email: string;
  accountName: string;
  /** Null: invited, no answer. */
  score: number | null;
  metric: Metric;
  /** Of a 0-10 score; null where satisfaction was measured. */
  band: Band | null;
  /** YYYY-MM-DD, empty where unknown. */
  answeredOn: string;
  cycleName: string;
  comment: string;
  /** The comment goes on in the app. */
  commentIsCut: boolean;
  segments: readonly CardSegment[];
  /** Null where no interview is known. */
  interview: { startedAt: number; running: boolean; notes: number; count: number } | null;
  themes: readonly { name: string; category: Category; severity: 0 | 1 | 2 | 3 }[];
  /** Part of the invented company. */
  sample: boolean;
  /** Adapter that found the address, and whether the user chose among several. */
  site: string;
  chosen: boolean;
  /** When the data left the app, ms since 1970 UTC. */
  asOf: number;
  /** Origin of the paired app. */
  app: string;
}

export interface CardSegment {
  dimension: string;
  value: string;
  /** Points with the 95 % interval; null where not known. */
  nps: { value: number; low: number; high: number } | null;
  n: number;
  isSmall: boolean;
  beyondNoise: boolean;
}

/** From the background or the card to a page script. */
export type ToContent =
  /** Something changed (data, a site, hiding): say again who is on the page. */
  | { kind: 'again' }
  /** From the card in the page: its height in CSS pixels, or that it wants to be closed. */
  | { kind: 'size'; token: string; height: number }
  | { kind: 'close'; token: string };
