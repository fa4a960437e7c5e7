/** A stretch of recorded sound as the timeline needs it. */
export interface Stretched {
  /** Second of the call at which it begins. */
  at: number;
  /** How long it is. */
  seconds: number;
}

/** A place in a recording that consists of parts. */
export interface SoundPlace {
  /** Index of the part. */
  part: number;
  /** Seconds into it. */
  offset: number;
}

/**
 * Where the sound of a second of the call is: in the part that runs then, else at the beginning of the next one, else at the
 * end of the last. Null without parts. Parts in the order of the call.
 */
export function soundAt(parts: readonly Stretched[], second: number): SoundPlace | null {
  const part = parts.findIndex((p) => second < p.at + p.seconds);
  const last = parts.at(-1);
  if (!last) return null;
  if (part < 0) return { part: parts.length - 1, offset: last.seconds };
  return { part, offset: Math.max(0, second - (parts[part]?.at ?? 0)) };
}

/** Parts as one timeline without the gaps between them: the seconds before a place. */
export function playedBefore(parts: readonly Stretched[], { part, offset }: SoundPlace): number {
  return parts.slice(0, part).reduce((sum, p) => sum + p.seconds, 0) + offset;
}

/** The reverse: the place that many seconds into the timeline, at most its end. */
export function placeAfter(parts: readonly Stretched[], played: number): SoundPlace {
  let left = Math.max(0, played);
  for (const [part, { seconds }] of parts.entries()) {
    if (left < seconds || part === parts.length - 1) return { part, offset: Math.min(left, seconds) };
    left -= seconds;
  }
  return { part: 0, offset: 0 };
}
