/** A moment (milliseconds since 1970 UTC) as this device's clock shows it: the day as YYYY-MM-DD, the time as "10:02"; both empty for one that no calendar has. */
export function momentOf(at: number): { day: string; time: string } {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return { day: '', time: '' };
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    day: `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
    time: `${two(moment.getHours())}:${two(moment.getMinutes())}`,
  };
}
