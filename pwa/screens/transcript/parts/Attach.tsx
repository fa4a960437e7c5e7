import { useRef, useState } from 'preact/hooks';
import { DropZone } from '#core/browser/parts/DropZone.tsx';
import type { Result } from '#core/model/result.ts';
import type { ReadAs } from '#core/notes/index.ts';
import type { NotAttached, TranscriptModel } from '../model.ts';
import { refusalWords, words } from '../words.ts';

/** Brings a transcript in from a file or from pasted text; what is none is refused with its reason. */
export function Attach({ model }: { model: TranscriptModel }) {
  const [why, setWhy] = useState<NotAttached | null>(null);
  const [busy, setBusy] = useState(false);
  const again = useRef<((as: ReadAs) => Promise<Result<null, NotAttached>>) | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const bring = async (attach: (as: ReadAs) => Promise<Result<null, NotAttached>>, as: ReadAs = {}) => {
    again.current = attach;
    setBusy(true);
    const done = await attach(as);
    setBusy(false);
    setWhy(done.ok ? null : done.why);
  };
  return (
    <div class="tx-attach">
      <DropZone
        label={words.empty.choose}
        accept=".vtt,.srt,.txt,.md,text/*"
        onFile={(file) => void bring((as) => model.attach(file, as))}
      >
        <p class="tx-example">{words.empty.example}</p>
      </DropZone>
      {why && (
        <p class="callout bad tx-refused" role="alert">
          {refusalWords(why)}{' '}
          {why.kind === 'noSpeakers' && (
            <button
              type="button"
              class="btn s"
              onClick={() => again.current && void bring(again.current, { paragraphs: true })}
            >
              {words.paragraphs}
            </button>
          )}
        </p>
      )}
      <div class="field tx-paste">
        <label for="tx-paste">{words.empty.paste}</label>
        <textarea id="tx-paste" class="area" rows={4} ref={text} />
        <button
          type="button"
          class="btn s"
          disabled={busy}
          onClick={() => void bring((as) => model.attachText(text.current?.value ?? '', as))}
        >
          {words.empty.attachPasted}
        </button>
      </div>
    </div>
  );
}
