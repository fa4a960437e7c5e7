import { useState } from 'preact/hooks';
import { useDeps } from '#pwa/app/deps.ts';
import type { RosterModel } from '../roster.ts';
import type { Line } from '../rosterLines.ts';
import { refusalText } from '../rosterWords.ts';

/**
 * Calls somebody and says why not when that is refused. Whose score nobody knows is `asking`: a call begins with it.
 */
export function useCall(model: RosterModel): {
  call(line: Line): Promise<void>;
  asking: Line | null;
  shut(): void;
} {
  const deps = useDeps();
  const [asking, setAsking] = useState<Line | null>(null);
  return {
    asking,
    shut: () => setAsking(null),
    async call(line) {
      const answer = await model.call(line.entry);
      if ('href' in answer) deps.go(answer.href);
      else if (answer.kind === 'scoreUnknown') setAsking(line);
      else deps.say(refusalText(answer));
    },
  };
}
