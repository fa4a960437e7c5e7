/** Weeks since the cycle began, the first being 1; 0 before it begins. */
export function weekOf(startsOn: string, now: number): number {
  const start = Date.parse(`${startsOn}T00:00:00Z`);
  return Number.isNaN(start) || now < start ? 0 : Math.floor((now - start) / 604_800_000) + 1;
}
