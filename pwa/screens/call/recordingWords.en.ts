import { unreachable } from '#core/model/result.ts';
import type { RecordTrouble } from './recording.ts';
import { clockOf } from './words.ts';

export const recordingWords = {
  place: 'Recording',
  on: 'Recording',
  paused: 'Paused at',
  record: 'Record',
  recordOn: 'Record on',
  recordCall: 'Record the call',
  pause: 'Pause recording',
  pauseShort: 'Pause',
  stop: 'Stop recording',
  stopShort: 'Stop',
  starting: 'Waiting for the microphone.',
  local: 'Stays on this device.',
  allowed: 'They agreed to be recorded.',
  withdrawn: 'They no longer agree to be recorded. Recording has stopped.',
  notPlayed: 'They do not agree to be recorded, so it is not played.',
  delete: 'Delete the recording',
  keep: 'Keep it',
  title: 'Recording and transcript',
  none: 'Nothing was recorded on this device.',
  where: 'Kept on this device alone, never synced and in no backup.',
  sure: 'Really delete it',
  cancel: 'Leave it',
  deleted: 'The recording is deleted.',
  notDeleted: 'The recording could not be deleted: the browser refused. It is all there still. Try again.',
  transcript: 'Read and tag the transcript',
  consent: 'Change their consent',
  listen: (time: string) => `Listen at ${time}`,
  inTranscript: 'in the transcript',
};

/** 9300 -> "9 kB", 533_000 -> "0.5 MB", 12_400_000 -> "12 MB". */
export function sizeOf(bytes: number): string {
  if (bytes < 100_000) return `${Math.round(bytes / 1000)} kB`;
  const mega = bytes / 1_000_000;
  return `${mega < 9.95 ? mega.toFixed(1) : String(Math.round(mega))} MB`;
}

/** "2:04, 0.5 MB". Seconds and bytes. */
export const lengthOf = (seconds: number, bytes: number): string => `${clockOf(seconds)}, ${sizeOf(bytes)}`;

/** What went wrong, what is safe, what to do. */
export function troubleWords(why: RecordTrouble): string {
  switch (why) {
    case 'refused':
      return 'The browser does not let Sounding use the microphone. Allow it beside the address, then record again.';
    case 'missing':
      return 'No microphone was found. Connect one, then record again.';
    case 'busy':
      return 'Another program holds the microphone. Close it there, then record again.';
    case 'unsupported':
      return 'This browser cannot record sound. Notes are kept as ever.';
    case 'elsewhere':
      return 'This call is being recorded in another window.';
    case 'full':
      return 'Recording stopped: this device is nearly full, and your notes come first. What was recorded is kept.';
    case 'failed':
      return 'Recording stopped: the browser refused to store it. What was recorded before is kept.';
    case 'lost':
      return 'Recording stopped: the microphone is gone. What was recorded is kept.';
    case 'unread':
      return 'What was recorded could not be read from this device. Reload the page to try again.';
    default:
      return unreachable(why);
  }
}
