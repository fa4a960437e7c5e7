import { useRef } from 'preact/hooks';
import type { TeamStanding } from '#core/ports/team.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

/** The links that let others in. */
export function InvitePart({ standing }: { standing: Extract<TeamStanding, { kind: 'shared' }> }) {
  const { member, reader } = standing.invitations;
  return (
    <section class="tm-part">
      <h2>{words.invite.title}</h2>
      <div>
        {standing.role === 'member' ? (
          <>
            <p class="quiet">{words.invite.warning}</p>
            <LinkRow label={words.invite.member} link={member} />
            <LinkRow label={words.invite.reader} link={reader} />
          </>
        ) : (
          <p class="quiet">{words.invite.readerAlone}</p>
        )}
      </div>
    </section>
  );
}

function LinkRow({ label, link }: { label: string; link: string }) {
  const { say } = useDeps();
  const field = useRef<HTMLInputElement>(null);
  if (link === '')
    return (
      <p>
        <b>{label}.</b> <span class="quiet">{words.invite.unknown}</span>
      </p>
    );
  const copy = async () => {
    field.current?.select();
    // Absent outside a secure context, and may be refused.
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    say(copied ? words.invite.copied : words.invite.notCopied);
  };
  return (
    <div class="tm-link">
      <label class="field">
        <span class="label">{label}</span>
        <input
          ref={field}
          class="in"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <button type="button" class="btn" onClick={() => void copy()}>
        {words.invite.copy}
        <span class="vh">: {label}</span>
      </button>
    </div>
  );
}
