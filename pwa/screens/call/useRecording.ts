import { useSignalEffect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { InterviewId } from '#core/model/ids.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { CallModel } from './model.ts';
import { type CallRecording, makeRecording } from './recording.ts';
import { recordingWords as w } from './recordingWords.ts';

/** What can be done about a recording now, by name. */
function useCommands(recording: CallRecording | null, interview: InterviewId): void {
  const { offer, go } = useDeps();
  useEffect(
    () => offer([{ name: w.transcript, run: () => go(`/interviews/${interview}/transcript`) }]),
    [offer, go, interview],
  );
  useSignalEffect(() => {
    if (!recording?.may.value.ok) return;
    const on = recording.state.value === 'on';
    return offer(
      on
        ? [
            { name: w.pause, run: () => void recording.pause() },
            { name: w.stop, run: () => void recording.stop() },
          ]
        : [{ name: w.recordCall, run: () => void recording.start() }],
    );
  });
}

/** The recording of this call; null until its code is there, and where nothing was wired for it. */
export function useRecording(model: CallModel, interview: InterviewId): CallRecording | null {
  const deps = useDeps();
  const [recording, setRecording] = useState<CallRecording | null>(null);
  useEffect(() => {
    let left = false;
    let made: CallRecording | null = null;
    const open = async () => {
      const recordings = await deps.openRecordings?.();
      // Who only watches records nothing.
      if (left || !recordings || model.watches) return;
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
  useCommands(recording, interview);
  return recording;
}
