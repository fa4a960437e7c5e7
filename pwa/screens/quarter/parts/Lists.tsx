import { useState } from 'preact/hooks';
import { DropZone, pastedSource } from '#core/browser/parts/DropZone.tsx';
import { Progress } from '#core/browser/parts/Progress.tsx';
import type { SourceFile } from '#core/ports/files.ts';
import { type ListKind, listKinds } from '#core/waves/index.ts';
import type { ListsModel } from '../listsModel.ts';
import { listWords as w } from '../listWords.ts';
import { InvitedRates } from './InvitedRates.tsx';
import { ListReview } from './ListReview.tsx';
import { Retention } from './Retention.tsx';
import { SamePeoplePart } from './SamePeople.tsx';
import { useDone } from './useDone.ts';

/** The lists beside the survey: response rate, skewed invitations, retention, and the same people in two surveys. */
export function Lists({ model, cycle }: { model: ListsModel; cycle: string }) {
  return (
    <section class="sect qtr-lists">
      <h2>{w.title}</h2>
      <p class="quiet qtr-lede">{model.ready.value ? w.lede : w.noSurvey}</p>
      {listKinds.map((kind) => (
        <ListPart key={kind} kind={kind} model={model} cycle={cycle} />
      ))}
      {model.ready.value && <SamePeoplePart model={model.pairs} cycle={cycle} />}
    </section>
  );
}

interface PartProps {
  kind: ListKind;
  model: ListsModel;
  cycle: string;
}

function ListPart({ kind, model, cycle }: PartProps) {
  const says = w.kinds[kind];
  const parts = model.parts.value;
  const kept = parts?.[kind] ?? null;
  const coming = model.coming.value;
  const mine = coming.kind !== 'none' && coming.list === kind;
  const [over, setOver] = useState(0);
  if (!kept && !model.ready.value) return null;
  const take = (file: SourceFile) => void model.open(kind, file);
  return (
    <article
      class="qtr-list"
      aria-label={says.title}
      onPaste={(event) => {
        const file = event.clipboardData?.files[0];
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (file || text.trim() === '' || !model.ready.value) return;
        event.preventDefault();
        take(pastedSource(text));
      }}
    >
      <h3>{says.title}</h3>
      {mine && coming.kind === 'review' ? (
        <ListReview kind={kind} model={model} coming={coming} />
      ) : mine && coming.kind === 'reading' ? (
        <Progress
          doing={w.reading(coming.fileName)}
          done={coming.progress?.done ?? 0}
          all={coming.progress?.all ?? 0}
          unit={w.units[coming.progress?.unit ?? 'bytes']}
          onCancel={model.leave}
        />
      ) : (
        <>
          {kept && <Kept kind={kind} model={model} cycle={cycle} />}
          {mine && coming.kind === 'refused' && (
            <p class="callout bad" role="alert">
              <b>{coming.fileName}</b>: {coming.text}
            </p>
          )}
          {model.ready.value && (
            <DropZone
              key={over}
              label={kept ? says.replace : says.choose}
              accept={w.accept}
              quiet
              onFile={(file) => {
                setOver(over + 1);
                take(file);
              }}
              beside={kept && <Remove kind={kind} model={model} />}
              below={!kept && <p class="small quiet">{w.drop}</p>}
            >
              {!kept && <p class="quiet">{says.what}</p>}
            </DropZone>
          )}
        </>
      )}
    </article>
  );
}

function Remove({ kind, model }: { kind: ListKind; model: ListsModel }) {
  const done = useDone();
  return (
    <button type="button" class="btn txt" onClick={() => done(model.remove(kind), w.removed(kind))}>
      {w.kinds[kind].remove}
    </button>
  );
}

function Kept({ kind, model, cycle }: PartProps) {
  const parts = model.parts.value;
  const kept = parts?.[kind];
  if (!parts || !kept) return null;
  return (
    <>
      {kind === 'renewals' && parts.renewals && <Retention figures={parts.renewals} cycle={cycle} />}
      {kind !== 'renewals' && <InvitedRates kind={kind} parts={parts} cycle={cycle} />}
      {!model.isCurrent(kept.wave) && <p class="callout">{w.stale}</p>}
      <p class="small quiet">
        {w.from(kept.fileName, kept.byName, kept.at)}. {kept.left > 0 && `${w.left(kept.left)}. ${w.again}`}
      </p>
    </>
  );
}
