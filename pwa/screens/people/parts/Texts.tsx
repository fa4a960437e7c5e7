import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { Pick } from '#core/browser/parts/Pick.tsx';
import {
  type InvitationKind,
  invitationKindOf,
  invitationKinds,
  placeholders,
  problemsIn,
  type RosterEntry,
} from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { dialogWords, problemText } from '../dialogWords.ts';
import type { InvitationsModel } from '../invitations.ts';
import type { RosterModel } from '../roster.ts';
import { rosterWords } from '../rosterWords.ts';

interface Props {
  model: RosterModel;
  invitations: InvitationsModel;
  /** Whom the text is previewed for; the first of the roster who gets it where nobody is meant. */
  about?: RosterEntry;
  onClose(): void;
}

/** The workspace's invitation texts, one a band: written, previewed for a person, kept for everybody. */
export function Texts({ model, invitations, about, onClose }: Props) {
  const deps = useDeps();
  const id = useId();
  const [kind, setKind] = useState<InvitationKind>(about ? invitationKindOf(about.band) : 'detractor');
  const [written, setWritten] = useState<Partial<Record<InvitationKind, (typeof kept)[InvitationKind]>>>({});
  const kept = invitations.texts.value;
  const text = written[kind] ?? kept[kind];
  const write = (fields: Partial<typeof text>) => setWritten({ ...written, [kind]: { ...text, ...fields } });
  const problems = problemsIn(text);
  const fits = (entry: RosterEntry) => invitationKindOf(entry.band) === kind;
  const reader = about && fits(about) ? about : model.everybody.value.find(fits);
  const preview = reader ? invitations.fill(reader, text) : null;
  const save = async () => {
    if (problems.length > 0) return;
    await invitations.save(kind, text);
    setWritten({ ...written, [kind]: undefined });
    deps.say(dialogWords.texts.saved);
  };
  const usual = async () => {
    await invitations.reset(kind);
    setWritten({ ...written, [kind]: undefined });
  };
  return (
    <Dialog
      title={dialogWords.texts.title}
      kind="wide"
      onClose={onClose}
      actions={
        <>
          <button type="button" class="btn txt" onClick={() => void usual()}>
            {dialogWords.texts.usual}
          </button>
          <button
            type="button"
            class="btn do"
            aria-disabled={problems.length > 0 || undefined}
            onClick={() => void save()}
          >
            {dialogWords.texts.save}
          </button>
        </>
      }
    >
      <Pick
        label={dialogWords.texts.label}
        options={invitationKinds.map((k) => ({ value: k, name: dialogWords.texts.for[k] }))}
        value={kind}
        onPick={(k) => setKind(k)}
      />
      <div class="ppl-form">
        <div class="field">
          <label for={`${id}-subject`}>{dialogWords.texts.subject}</label>
          <input
            id={`${id}-subject`}
            class="in"
            maxLength={200}
            value={text.subject}
            onInput={(event) => write({ subject: event.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for={`${id}-body`}>{dialogWords.texts.body}</label>
          <textarea
            id={`${id}-body`}
            class="area"
            rows={9}
            maxLength={4000}
            value={text.body}
            aria-describedby={`${id}-hint ${id}-wrong`}
            onInput={(event) => write({ body: event.currentTarget.value })}
          />
          <span class="hint" id={`${id}-hint`}>
            {dialogWords.texts.hint}{' '}
            {placeholders
              .filter((p) => p !== 'score' || text.mayNameScore)
              .map((p) => `{{${p}}}`)
              .join(' ')}
          </span>
          <span class="wrong" id={`${id}-wrong`} role="status">
            {problems.map(problemText).join(' ')}
          </span>
        </div>
        <label class="check">
          <input
            type="checkbox"
            checked={text.mayNameScore}
            onChange={(event) => write({ mayNameScore: event.currentTarget.checked })}
          />
          <span>
            {dialogWords.texts.score}
            <span class="small quiet ppl-block">{dialogWords.texts.scoreHint}</span>
          </span>
        </label>
      </div>
      {!reader && <p class="small quiet">{dialogWords.texts.noPreview}</p>}
      {reader && preview && problems.length === 0 && (
        <section
          class="ppl-preview"
          aria-label={dialogWords.texts.preview(reader.name || rosterWords.unnamed)}
        >
          <h3>{dialogWords.texts.preview(reader.name || rosterWords.unnamed)}</h3>
          {preview.ok ? (
            <div class="ppl-letter">
              <p class="strong">{preview.value.subject}</p>
              <p class="ppl-body">{preview.value.body}</p>
            </div>
          ) : (
            <p class="quiet">{preview.why.map(problemText).join(' ')}</p>
          )}
        </section>
      )}
    </Dialog>
  );
}
