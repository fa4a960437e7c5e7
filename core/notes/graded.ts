/** 0 not stated, 1 low, 2 medium, 3 high. */
export type Severity = 0 | 1 | 2 | 3;

/** "!!" is 2; 0 for anything that is no mark. */
export function sizeOf(marks: string): Severity {
  if (!/^!{1,3}$/.test(marks)) return 0;
  return marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3;
}

/** 0 for none at all. */
export const gravest = (all: readonly Severity[]): Severity =>
  all.reduce((most, severity) => (severity > most ? severity : most), 0);

/** How grave all themes are, to be said once; null where they differ, and each is said. `none`: how grave it is without one. */
export function sameSeverity(themes: readonly { severity: Severity }[], none: Severity): Severity | null {
  const first = themes[0]?.severity ?? none;
  return themes.every(({ severity }) => severity === first) ? first : null;
}

/** A theme or a mark in the order of the line; anything else says nothing of either. */
export interface Step {
  /** The theme's name as it is compared, null where there is none. */
  name: string | null;
  /** Glued to the theme. */
  own: Severity;
  /** Of a mark that stands alone. */
  alone: Severity;
}

/** What the marks of a line say. */
export interface Graded {
  /** Of a theme, by its name as it is compared. */
  severityOf(name: string): Severity;
  /** The gravest that the line states. */
  severity: Severity;
  /** Of a theme that it does not name: as if it had been named first. */
  unnamed: Severity;
}

/**
 * Which mark of a line is whose, by the rule of `readLine`. `leads`: the mark that begins the line. A theme named twice is as
 * the last that grades it says.
 */
export function gradedBy(steps: readonly Step[], leads: Severity): Graded {
  const graded = new Map<string, Severity>();
  const grade = (names: readonly string[], severity: Severity) => {
    for (const name of names) graded.set(name, severity);
  };
  /** Themes that a mark is still to come for; the empty name is that of none. */
  let waiting = [''];
  /** Themes that the last mark graded: one right behind it takes its place. */
  let taken: string[] = [];
  let last = leads;
  /** Of the note alone: the last mark, where no theme took it. */
  let rest = leads;
  for (const { name, own, alone } of steps) {
    if (name !== null) {
      if (own > 0) grade([name], own);
      else waiting.push(name);
      taken = [];
    }
    if (alone === 0) continue;
    if (waiting.length > 0) taken = waiting;
    grade(taken, alone);
    rest = taken.some(isTheme) ? 0 : alone;
    last = alone;
    waiting = [];
  }
  const behind = waiting.filter((name) => !graded.has(name));
  if (last > 0) grade(behind, last);
  if (behind.some(isTheme)) rest = 0;
  const severityOf = (name: string): Severity => graded.get(name) ?? 0;
  const ofThemes = [...graded.keys()].filter(isTheme).map(severityOf);
  return { severityOf, severity: gravest([rest, ...ofThemes]), unnamed: severityOf('') };
}

const isTheme = (name: string): boolean => name !== '';
