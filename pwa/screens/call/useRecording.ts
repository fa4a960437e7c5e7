import { useEffect, useState } from 'preact/hooks';
import type { InterviewId } from '#core/model/ids.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { CallModel } from './model.ts';
import { type CallRecording, makeRecording } from './recording.ts';

/** The recording of this call; null until its code is there, and where nothing was wired for it. */
export function useRecording(model: CallModel, interview: InterviewId): CallRecording | null {
  const deps = useDeps();
  const [recording, setRecording] = useState<CallRecording | null>(null);
  useEffect(() => {
    let left = false;
    let made: CallRecording | null = null;
    const open = async () => {
      const recordings = await deps.openRecordings?.();
      if (left || !recordings) return;
      made = makeRecording(deps, recordings, interview, model.head, () => model.seconds.peek());
      setRecording(made);
    };
    // A call is held without its recording as well.
    open().catch(() => {});
    return () => {
      left = true;
      made?.dispose();
    };
  }, [deps, model, interview]);
  return recording;
}
