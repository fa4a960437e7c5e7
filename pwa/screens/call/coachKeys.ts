import { mechanismParts } from '#core/guide/index.ts';
import type { Command } from '#pwa/app/deps.ts';
import { coachWords } from './coachWords.ts';
import type { CallModel } from './model.ts';

const partDigits = ['Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9'];

/**
 * Keys of the probe coach: one stroke each, whatever stands in the line. F2, F4, F8 and F9 are left alone by browsers and
 * write nothing; the digits go on from those of the areas. True when the key was used.
 */
export function coachKey(event: KeyboardEvent, model: CallModel): boolean {
  if (model.watches || model.step.peek() !== 'ask' || event.altKey || event.metaKey) return false;
  const run = event.ctrlKey ? digitOf(event, model) : functionOf(event, model);
  run?.();
  return run !== undefined;
}

function digitOf(event: KeyboardEvent, { coach }: CallModel): (() => void) | undefined {
  const part = mechanismParts[partDigits.indexOf(event.code)];
  if (!event.shiftKey || !part) return;
  return () => {
    const theme = coach.now.peek()?.id;
    if (theme !== undefined) coach.turn(theme, part);
  };
}

function functionOf({ key, shiftKey }: KeyboardEvent, { coach }: CallModel): (() => void) | undefined {
  switch (`${shiftKey ? 'Shift ' : ''}${key}`) {
    case 'F2':
      return coach.nextProbe;
    case 'Shift F2':
      return coach.otherTheme;
    case 'F4':
      return coach.deeper;
    case 'Shift F4':
      return () => coach.choose(true);
    case 'F8':
      return coach.confirm;
    case 'F9':
      return () => coach.refuse(coach.now.peek()?.id ?? '');
    default:
      return;
  }
}

/** The coach by name, for Ctrl K. */
export function coachCommands({ coach, watches }: CallModel): Command[] {
  if (watches) return [];
  return [
    { name: coachWords.nextName, keys: 'F2', run: coach.nextProbe },
    { name: coachWords.other, keys: 'Shift F2', run: coach.otherTheme },
    { name: coachWords.choose, keys: 'Shift F4', run: () => coach.choose(true) },
  ];
}
