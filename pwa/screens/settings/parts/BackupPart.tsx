import { useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { DropZone } from '#core/browser/parts/DropZone.tsx';
import { Progress } from '#core/browser/parts/Progress.tsx';
import type { BackupDesk, BackupPreview, BringIn } from '#core/ports/backup.ts';
import type { SourceFile } from '#core/ports/files.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

type Busy = { doing: string; done: number; all: number } | null;

/** The whole workspace as one file, and a file looked into before it becomes a workspace of its own. */
export function BackupPart() {
  const { openBackup } = useDeps();
  return openBackup ? <Backup openBackup={openBackup} /> : null;
}

function Backup({ openBackup }: { openBackup(): Promise<BackupDesk> }) {
  const { files, say } = useDeps();
  const [busy, setBusy] = useState<Busy>(null);
  const [fault, setFault] = useState('');
  const [found, setFound] = useState<{ preview: BackupPreview; bringIn: BringIn } | null>(null);
  /** Only one thing at a time; what goes wrong unexpectedly is said as well. */
  const during = async (
    doing: string,
    work: (onProgress: (done: number, all: number) => void) => Promise<void>,
  ) => {
    if (busy) return;
    setFault('');
    setBusy({ doing, done: 0, all: 0 });
    try {
      await work((done, all) => setBusy({ doing, done, all }));
    } catch {
      setFault(words.backup.failed);
    }
    setBusy(null);
  };
  const make = () =>
    during(words.backup.making, async (onProgress) => {
      const file = await (await openBackup()).make(onProgress);
      files.save(file.name, 'application/zip', file.bytes);
      if (file.leftOut) setFault(words.backup.madeWithout(file.leftOut));
      else say(words.backup.made(file.name));
    });
  const look = (file: SourceFile) =>
    during(words.backup.reading, async (onProgress) => {
      const read = await (await openBackup()).preview(file, onProgress);
      if (read.ok) setFound(read.value);
      else setFault(words.backup.fault(read.why));
    });
  const bringIn = (bring: BringIn) => {
    setFound(null);
    return during(words.backup.bringing, async (onProgress) => {
      const brought = await bring(onProgress);
      if (brought.ok) await brought.value.open();
      else setFault(words.backup.fault(brought.why));
    });
  };
  return (
    <section class="set">
      <h2>{words.backup.title}</h2>
      <div>
        <p>{words.backup.text}</p>
        {fault && (
          <p class="callout bad" role="alert">
            {fault}
          </p>
        )}
        <div class="acts">
          {busy ? (
            <Progress doing={busy.doing} done={busy.done} all={busy.all} unit={words.backup.unit} />
          ) : (
            <button type="button" class="btn" onClick={() => void make()}>
              {words.backup.make}
            </button>
          )}
        </div>
        <div class="set-drop">
          <DropZone
            label={words.backup.bring}
            accept=".zip,application/zip"
            quiet
            onFile={(file) => void look(file)}
          >
            <p class="quiet">{words.backup.bringText}</p>
          </DropZone>
        </div>
      </div>
      {found && (
        <Dialog
          title={words.backup.lookTitle}
          onClose={() => setFound(null)}
          actions={
            <>
              <button type="button" class="btn" onClick={() => setFound(null)}>
                {words.backup.leave}
              </button>
              <button type="button" class="btn do" onClick={() => void bringIn(found.bringIn)}>
                {words.backup.open}
              </button>
            </>
          }
        >
          <Preview preview={found.preview} />
        </Dialog>
      )}
    </section>
  );
}

function Preview({ preview }: { preview: BackupPreview }) {
  return (
    <>
      <p>{words.backup.madeOn(preview.madeAt)}</p>
      <dl class="pairs num set-pairs">
        {words.backup.counts(preview).map(([what, many]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{many}</dd>
          </div>
        ))}
      </dl>
      {preview.besideExisting && <p class="callout">{words.backup.beside}</p>}
      <p class="quiet small">{words.backup.safe}</p>
    </>
  );
}
