const yes: ReadonlySet<string> = new Set([
  '1',
  'true',
  'yes',
  'y',
  'x',
  'ja',
  'j',
  'oui',
  'o',
  'si',
  'sí',
  's',
  'sim',
  'wahr',
  'vrai',
  'opted out',
  'opt out',
  'opt-out',
  'unsubscribed',
  'do not contact',
  'dnc',
  'blocked',
]);

/** Whether an opt-out cell says that the person must not be contacted. Any date counts: it is the day of the opt-out. */
export function saysYes(text: string): boolean {
  const bare = text.trim().toLowerCase();
  return yes.has(bare) || /^\d{4}-\d{2}-\d{2}|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/.test(bare);
}
