/** A clock time inside a pattern: "1:02", "01:02.5", "00:01:02,500". Parsed by `secondsOf`. */
export const timePattern = String.raw`\d{1,4}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;

/** Seconds of such a time. */
export function secondsOf(time: string): number {
  const [clock = '', fraction = ''] = time.split(/[.,]/);
  const whole = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return fraction === '' ? whole : Number(`${whole}.${fraction}`);
}
