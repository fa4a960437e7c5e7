import { useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { longestMailto, mailtoOf } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { dialogWords, problemText } from '../dialogWords.ts';
import type { InvitationsModel } from '../invitations.ts';
import type { RosterModel } from '../roster.ts';
import type { Line } from '../rosterLines.ts';
import { refusalText, rosterWords } from '../rosterWords.ts';
import { purposeText, words } from '../words.ts';
import { Texts } from './Texts.tsx';

interface Props {
  model: RosterModel;
  invitations: InvitationsModel;
  line: Line;
  onClose(): void;
}

/** The invitation as it will be read, the ways to send it, and the note that it was sent. */
export function Invite({ model, invitations, line, onClose }: Props) {
  const deps = useDeps();
  const [writing, setWriting] = useState(false);
  const { entry } = line;
  const name = entry.name || rosterWords.unnamed;
  const filled = invitations.fill(entry);
  if (writing)
    return <Texts model={model} invitations={invitations} about={entry} onClose={() => setWriting(false)} />;
  const mark = async () => {
    const refused = await model.step(entry, { kind: 'invite' });
    onClose();
    if (refused) return deps.say(refusalText(refused));
    deps.say(dialogWords.invite.marked(name), { name: words.undo, run: () => void model.putBack(entry) });
  };
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      deps.say(dialogWords.invite.copied);
    } catch {
      deps.say(dialogWords.invite.notCopied);
    }
  };
  const href = filled.ok && entry.email ? mailtoOf(entry.email, filled.value) : '';
  return (
    <Dialog
      title={dialogWords.invite.title(name)}
      kind="wide"
      onClose={onClose}
      actions={
        <>
          <button type="button" class="btn txt" onClick={() => setWriting(true)}>
            {dialogWords.invite.write}
          </button>
          {filled.ok && (
            <button
              type="button"
              class="btn"
              onClick={() => void copy(`${filled.value.subject}\n\n${filled.value.body}`)}
            >
              {dialogWords.invite.copy}
            </button>
          )}
          {filled.ok && (
            <button type="button" class={href ? 'btn' : 'btn do'} onClick={() => void mark()}>
              {dialogWords.invite.mark}
            </button>
          )}
          {href && (
            <a class="btn do" href={href}>
              {dialogWords.invite.mail}
            </a>
          )}
        </>
      }
    >
      <p class="quiet">{purposeText(entry.band)}</p>
      {filled.ok ? (
        <div class="ppl-letter">
          <p class="strong">{filled.value.subject}</p>
          <p class="ppl-body">{filled.value.body}</p>
        </div>
      ) : (
        <div class="callout bad">
          <p>{dialogWords.invite.broken}</p>
          <ul>
            {filled.why.map((problem) => (
              <li key={problemText(problem)}>{problemText(problem)}</li>
            ))}
          </ul>
        </div>
      )}
      {deps.session.memberName === '' && <p class="small quiet">{dialogWords.invite.noName}</p>}
      {entry.email === '' && <p class="small quiet">{dialogWords.invite.noMail}</p>}
      {href.length > longestMailto && <p class="small quiet">{dialogWords.invite.tooLong}</p>}
    </Dialog>
  );
}
