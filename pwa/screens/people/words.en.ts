import { countOf, dayOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { UsualRange } from '#core/sample/index.ts';
import type { Band } from '#core/waves/index.ts';

export const bandNames: Readonly<Record<Band, { one: string; many: string; title: string }>> = {
  detractor: { one: 'detractor', many: 'detractors', title: 'Detractors' },
  passive: { one: 'passive', many: 'passives', title: 'Passives' },
  promoter: { one: 'promoter', many: 'promoters', title: 'Promoters' },
};

export const inBand = (band: Band, n: number): string =>
  countOf(n, bandNames[band].one, bandNames[band].many);

export const people = (n: number): string => countOf(n, 'person', 'people');

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the screen says while there is nobody to show. */
export const words = {
  loading: 'Opening the survey and its people',
  undo: 'Undo',
  noWave: {
    title: 'Whom to call comes from a survey',
    text: 'This page draws people by segment and band, says why each was chosen, and keeps the list that interviewers work through: “Enterprise × detractor, score 4”. It begins with a survey.',
    action: 'Bring your survey',
  },
  noPeople: {
    title: {
      unnamed: 'This survey does not say who answered',
      named: 'Nobody in this survey can be reached',
    },
    text: {
      unnamed:
        'The scores and segments can be read, but there is no name, e-mail address or telephone number to call. Bring the file again together with a contacts and accounts file: one line a person, joined by respondent id or e-mail.',
      named:
        'The people who answered have neither an e-mail address nor a telephone number. Bring the file again together with a contacts and accounts file: one line a person, joined by respondent id or e-mail.',
    },
    example: 'For example: respondent_id, name, email, phone, account, opt_out',
    action: 'Bring it with a contacts file',
    segments: 'Back to the segments',
  },
  failed: {
    damaged: {
      title: 'A part of this survey is damaged',
      text: 'What is stored no longer matches what was imported, so nobody is drawn from it. Notes and interviews are safe. Import the file again.',
    },
    other: {
      title: 'The people of this survey could not be read',
      text: 'The storage of this browser did not answer. Nothing was changed. Try again, or close other tabs of Sounding first.',
    },
  },
  again: 'Try again',
  survey: 'Bring the file again',
};

export const rangeText = ({ low, high }: UsualRange): string =>
  low === high ? wholeOf(low) : `${wholeOf(low)} to ${wholeOf(high)}`;

/** "The survey closed 11 days ago; the plan is counted from that day." */
export const sinceClosed = (days: number): string =>
  days === 0
    ? 'The survey closed today; the plan is counted from this day.'
    : `The survey closed ${countOf(days, 'day', 'days')} ago; the plan is counted from that day.`;

/** What each band is called for (METHOD 3). */
export const purposes: Readonly<Record<Band, string>> = {
  detractor: 'what failed, and what would win them back',
  passive: 'what stands between them and a promoter',
  promoter: 'what must be kept',
};

export const purposeText = (band: Band | null): string =>
  band === null ? 'Ask for a score first; the questions follow from it.' : `To hear ${purposes[band]}.`;

/** "9 October". */
export const longDay = (day: string): string => dayOf(day);

export const faultText = (fault: WaveStoreFault): { title: string; text: string } =>
  fault.kind === 'damaged' ? words.failed.damaged : words.failed.other;
