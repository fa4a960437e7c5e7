import type { Cue } from './cues.ts';
import { voicedOf } from './cueText.ts';
import { type Label, labelOf } from './label.ts';
import { type FoundLabel, speakersNamed } from './named.ts';
import type { Moment, Turn } from './turn.ts';

/** A turn ends behind a sentence once it is this long, and at the next cue in any case once it is twice that. Characters. */
const comfortable = 500;
/** A silence of more seconds than this begins a new turn. */
const pause = 4;

/** One voice's stretch of one cue. */
interface Piece {
  /** Null: goes on with whoever spoke. */
  speaker: string | null;
  from: number | null;
  to: number | null;
  text: string;
}

/** Cues as turns: what one speaker says without a pause is read as one, and remembers the second of each of its cues. */
export function turnsOfCues(cues: readonly Cue[]): Turn[] {
  const turns: Building[] = [];
  for (const piece of piecesOf(cues)) {
    const last = turns.at(-1);
    const speaker = piece.speaker ?? last?.speaker ?? '';
    if (last && last.speaker === speaker && goesOn(last, piece)) append(last, piece);
    else turns.push({ ...piece, speaker, moments: momentsOf(piece, 0) });
  }
  return turns;
}

interface Building extends Omit<Turn, 'moments'> {
  moments: Moment[];
}

function goesOn(turn: Building, piece: Piece): boolean {
  if (turn.to !== null && piece.from !== null && Math.abs(piece.from - turn.to) > pause) return false;
  if (turn.text.length < comfortable) return true;
  return turn.text.length < 2 * comfortable && !/[.?!…。？！؟][)"”»’\]]*$/u.test(turn.text);
}

function append(turn: Building, piece: Piece): void {
  const gap = /^[-–—]\s/.test(piece.text) ? '\n' : ' ';
  turn.moments.push(...momentsOf(piece, turn.text.length + gap.length));
  turn.text += gap + piece.text;
  turn.to = piece.to ?? turn.to;
}

const momentsOf = ({ from }: Piece, at: number): Moment[] => (from === null ? [] : [{ at, seconds: from }]);

function piecesOf(cues: readonly Cue[]): Piece[] {
  const voiced = cues.flatMap((cue) =>
    voicedOf(cue.lines.join('\n').replace(/\{\\[a-z0-9]{1,20}\}/gi, '')).map((part) => ({ cue, ...part })),
  );
  const hasVoices = voiced.some((part) => part.voice !== '');
  const named = hasVoices ? null : speakersNamed(voiced.flatMap(labelled));
  return voiced.flatMap(({ cue: { from, to }, voice, text }) => {
    const label = named && labelBefore(text);
    const speaker = label && named.get(label.speaker);
    const words = asOneLine(speaker ? label.rest : text);
    if (words === '') return [];
    return [{ from, to, text: words, speaker: hasVoices ? voice : (speaker ?? (named?.size ? null : '')) }];
  });
}

function labelled({ text }: { text: string }): FoundLabel[] {
  const label = labelBefore(text);
  return label ? [{ label, fresh: true }] : [];
}

/** A cue has its own time: one that nothing stands behind, as in "Monday 8:30", is said. */
function labelBefore(text: string): Label | null {
  const label = labelOf(text.trim());
  return label && label.rest.trim() !== '' ? label : null;
}

/** Lines of a cue are broken for the screen; a dash at the beginning of one is another voice and keeps its line. */
const asOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .reduce((all, line) => (all === '' ? line : all + (/^[-–—]\s/.test(line) ? '\n' : ' ') + line), '');
