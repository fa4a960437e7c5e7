import * as v from 'valibot';

/** Bytes of one piece; as base64 in a message far below the browser's 64 MiB. */
export const pieceSize = 512 * 1024;
/** The largest part accepted, in bytes. */
export const largestPart = 32 * 1024 * 1024;
/** The most parts one inventory may name. */
export const mostParts = 70_000;

const name = v.pipe(v.string(), v.regex(/^(lookup|kept|figures|people):[\x20-\x7e]{0,120}$/));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const nonce = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const proof = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const base64 = v.pipe(
  v.string(),
  v.maxLength(Math.ceil(pieceSize / 3) * 4),
  v.regex(/^[A-Za-z0-9+/]*={0,2}$/),
);

const partHead = v.strictObject({
  name,
  hash: sha256,
  size: v.pipe(whole, v.maxValue(largestPart)),
});
/** One part of what the extension shall hold: what it is, its SHA-256 (hex) and size in bytes. */
export type PartHead = v.InferOutput<typeof partHead>;

const holds = v.strictObject({ asOf: whole, waves: whole, answers: whole, interviewed: whole });

/** What the app may say. */
export const fromApp = v.variant('kind', [
  /** First words of a new pair: the code that the extension's options page shows. */
  v.strictObject({ kind: v.literal('pair'), code: v.pipe(v.string(), v.maxLength(40)) }),
  /** First words of a known pair. */
  v.strictObject({ kind: v.literal('hello'), nonce }),
  v.strictObject({ kind: v.literal('proof'), proof }),
  v.strictObject({ kind: v.literal('unpair') }),
  /** All that the extension shall hold, and how much it amounts to. */
  v.strictObject({
    kind: v.literal('inventory'),
    holds,
    parts: v.pipe(v.array(partHead), v.maxLength(mostParts)),
  }),
  /** The next bytes of a wanted part, in order. */
  v.strictObject({ kind: v.literal('piece'), name, bytes: base64 }),
]);
export type FromApp = v.InferOutput<typeof fromApp>;

export const refusals = [
  'wrongCode',
  'codeGone',
  'wrongPlace',
  'notPaired',
  'badProof',
  'badPart',
  'storage',
] as const;

/** What the extension may say. */
export const fromExtension = v.variant('kind', [
  v.strictObject({ kind: v.literal('paired'), key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  v.strictObject({ kind: v.literal('refused'), why: v.picklist(refusals), triesLeft: v.optional(whole) }),
  v.strictObject({ kind: v.literal('challenge'), nonce, proof }),
  /** Proof accepted; what it has taken over in full, if anything. */
  v.strictObject({ kind: v.literal('welcome'), holds: v.nullable(holds) }),
  /** Parts it lacks, in the order it wants them. */
  v.strictObject({ kind: v.literal('wanted'), names: v.pipe(v.array(name), v.maxLength(mostParts)) }),
  /** So many more of the wanted parts are on its disk. */
  v.strictObject({ kind: v.literal('stored'), parts: whole }),
  /** Everything of the inventory is in and now answers. */
  v.strictObject({ kind: v.literal('current') }),
  v.strictObject({ kind: v.literal('unpaired') }),
]);
export type FromExtension = v.InferOutput<typeof fromExtension>;
