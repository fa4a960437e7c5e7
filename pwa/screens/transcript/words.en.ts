import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import { unreachable } from '#core/model/result.ts';
import { longestTranscript, type Side } from '#core/notes/index.ts';
import type { NotAttached, Shown, Tagged } from './model.ts';

export const words = {
  loading: 'Opening the transcript',
  missing: {
    title: 'This interview is not on this device',
    text: 'It may still be on its way from the server, or it was begun on another device that is not connected.',
  },
  failed: {
    title: 'This transcript could not be opened',
    text: 'The browser did not give Sounding its storage. Nothing was changed. Close other windows of Sounding, then open it again.',
  },
  back: 'Back to the interviews',
  backToCall: 'Back to the notes',
  empty: {
    title: (name: string) => `No transcript of the call with ${name} yet`,
    text: 'Attach one and tag what was said: select the words, press a number. Each becomes a note in the customer’s own words, with its second.',
    example:
      'WebVTT or SRT from the meeting, or text in which each turn begins with a name: “Ines: We rebuild it in Excel.”',
    choose: 'Choose a transcript',
    paste: 'Or paste the text',
    attachPasted: 'Attach the pasted text',
  },
  another: 'Attach another',
  which: 'Transcript',
  pasted: 'Pasted text',
  unnamed: 'not named',
  paragraphs: 'Attach it without speakers',
  partial: 'Parts of this transcript are still on their way from the other device.',
  speakers: 'Who speaks for whom',
  speakersWhy: 'The customer’s words become quotes in their own words; others become plain notes.',
  sides: { customer: 'customer', us: 'us', other: 'somebody else' } satisfies Record<Side, string>,
  offset: 'It begins at',
  offsetWhy: 'of the call, minutes and seconds',
  reader: 'What was said',
  hint: 'Select words with the mouse or a long press; what they are about is asked below.',
  keys: 'By keyboard: ↑ ↓ turn, → word, Shift → longer, 1 to 9 tags, # another theme, Enter keeps it untagged, Esc leaves it, Ctrl Z takes it back.',
  bar: 'Tag the selection',
  quoted: (text: string) => `“${text}”`,
  more: 'Another theme',
  moreLabel: 'Theme by name',
  later: 'Tag later',
  leave: 'Leave it',
  already: (n: number) =>
    n === 1 ? 'A note stands on these words already.' : `${wholeOf(n)} notes stand on these words already.`,
  same: 'These words are a note already; a theme is added to it.',
  notes: 'Notes on this turn',
  untagged: 'untagged',
  noteHere: 'in the notes',
  untag: (text: string) => `Take the note away: ${text}`,
  remove: 'Take the transcript away',
  sure: 'Really take it away',
  cancel: 'Leave it',
  gone: 'The transcript that this note came from was taken away. The note keeps its words.',
  removed: 'The transcript is gone. The notes made from it stay.',
  undone: 'Taken back.',
};

/** "1,204 words by 2 speakers, 14 places tagged." */
export function finding({ head, turns, speakers }: Shown, notes: number): string {
  const by = speakers.length > 0 ? ` by ${countOf(speakers.length, 'speaker', 'speakers')}` : '';
  if (!turns) return words.partial;
  const tagged = notes === 0 ? 'nothing tagged yet' : `${countOf(notes, 'place', 'places')} tagged`;
  return `${countOf(head.words, 'word', 'words')}${by}, ${tagged}.`;
}

const looks: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  document: 'a Word or PowerPoint file',
  zip: 'an archive or an Office file',
  xls: 'a workbook',
  xlsb: 'a workbook',
  ods: 'a workbook',
  numbers: 'a workbook',
  image: 'a picture',
  html: 'a web page',
  xml: 'an XML file',
  json: 'a JSON file',
  sound: 'a recording',
};

/** Why a file was not attached, and what to do. */
export function refusalWords(why: NotAttached): string {
  switch (why.kind) {
    case 'empty':
      return 'The file is empty. Choose the one with the text.';
    case 'notText':
      return `This is ${looks[why.looksLike] ?? 'no text'}, not a transcript. Save the transcript as text, WebVTT or SRT and attach that.`;
    case 'undecodable':
      return `Line ${wholeOf(why.line)} is in no encoding Sounding knows. Save the file as UTF-8 and attach it again.`;
    case 'noWords':
      return 'The file has times but nothing that was said. Export the transcript with its text.';
    case 'noSpeakers':
      return `${countOf(why.lines, 'line', 'lines')} of text, but nobody is named in it. Begin each turn with a name and a colon, or attach it without speakers.`;
    case 'tooLong':
      return `The text has ${wholeOf(why.characters)} characters; up to ${wholeOf(why.limit || longestTranscript)} are kept. Cut it in two and attach both.`;
    case 'unreadable':
      return `${why.file} could not be read: it is a folder, or it has been moved or deleted. Choose the file again.`;
    case 'notSaved':
      return 'The transcript is shown but not stored: this device refuses to write. Make room, then attach it again.';
    default:
      return unreachable(why);
  }
}

/** What a screen reader hears after tagging. */
export function taggedWords(tagged: Tagged, theme: string): string {
  switch (tagged) {
    case 'kept':
      return theme ? `Kept as a note, tagged ${theme}.` : 'Kept as a note, to be tagged later.';
    case 'added':
      return `${theme} added to the note.`;
    case 'there':
      return theme ? `The note has ${theme} already.` : 'These words are a note already.';
    case 'refused':
      return 'That name cannot be a theme’s: it is empty or longer than 60 characters.';
    case 'nothing':
      return '';
    default:
      return unreachable(tagged);
  }
}

/** "13:02" or "1:02:05" or "45" -> seconds; null where it is no time. */
export function secondsTyped(text: string): number | null {
  if (!/^\d{1,4}(:\d{1,2}){0,2}$/.test(text.trim())) return null;
  return text
    .trim()
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}
