import { useDeps } from '#pwa/app/deps.ts';
import type { Line, RosterModel } from '../roster.ts';
import { refusalText } from '../words.ts';

/** Calls somebody and says why not when that is refused. */
export function useCall(model: RosterModel): (line: Line) => Promise<void> {
  const deps = useDeps();
  return async (line) => {
    const answer = await model.call(line.entry);
    if ('href' in answer) deps.go(answer.href);
    else deps.say(refusalText(answer));
  };
}
