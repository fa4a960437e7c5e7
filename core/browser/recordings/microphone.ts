import { fail, ok, type Result } from '#core/model/result.ts';
import type { Hears, Microphone, NoMicrophone, Take } from '#core/ports/recordings.ts';

/** Milliseconds of sound in a piece: what a crash can lose. */
const pieceLength = 2000;
/** Bits a second: speech is well understood, an hour is 14 MB. */
const quality = 32_000;
/** In the order we would have them; what none of is known leaves the choice to the browser. */
const wanted = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** The device's microphone through MediaRecorder. */
export const browserMicrophone: Microphone = {
  async open(interview, hears) {
    const { mediaDevices } = navigator;
    if (!mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') return fail('unsupported');
    const release = await holdAlone(interview);
    if (!release) return fail('elsewhere');
    const stream = await soundOf(mediaDevices);
    if (!stream.ok) {
      release();
      return stream;
    }
    try {
      return record(stream.value, hears, release);
    } catch {
      // A browser that has MediaRecorder and nothing to write sound with.
      closeAll(stream.value);
      release();
      return fail('unsupported');
    }
  },
};

async function soundOf(devices: MediaDevices): Promise<Result<MediaStream, NoMicrophone>> {
  try {
    return ok(await devices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: true } }));
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return fail('refused');
    return fail(name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy');
  }
}

function record(stream: MediaStream, hears: Hears, release: () => void): Result<Take, NoMicrophone> {
  const mimeType = wanted.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, { ...(mimeType && { mimeType }), audioBitsPerSecond: quality });
  const began = performance.now();
  let stopping = false;
  let handed: Promise<void> = Promise.resolve();
  const stopped = new Promise<void>((done) => {
    recorder.onstop = () => {
      closeAll(stream);
      release();
      handed = handed.then(() => {
        if (!stopping) hears.lost();
        done();
      });
    };
  });
  recorder.ondataavailable = ({ data }) => {
    const seconds = (performance.now() - began) / 1000;
    if (data.size === 0) return;
    handed = handed.then(async () => hears.piece(new Uint8Array(await data.arrayBuffer()), seconds));
  };
  recorder.start(pieceLength);
  const stop = () => {
    stopping = true;
    if (recorder.state !== 'inactive') recorder.stop();
    return stopped;
  };
  return ok({ type: recorder.mimeType || (mimeType ?? ''), stop });
}

function closeAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Among all windows only one records a call. Resolves to what lets go of it, or null while another has it. */
async function holdAlone(interview: string): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return () => {};
  return new Promise((answer) => {
    void navigator.locks.request(`sounding-recording-${interview}`, { ifAvailable: true }, async (lock) => {
      if (!lock) return answer(null);
      await new Promise<void>((release) => answer(release));
    });
  });
}
