/** A moment (milliseconds since 1970 UTC) as this device's clock shows it: the day as YYYY-MM-DD, the time as "10:02". */
export function momentOf(at: number): { day: string; time: string } {
  const moment = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    day: `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
    time: `${two(moment.getHours())}:${two(moment.getMinutes())}`,
  };
}
