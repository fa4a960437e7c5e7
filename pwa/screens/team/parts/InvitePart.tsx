import { useRef } from 'preact/hooks';
import type { TeamStanding } from '#core/ports/team.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

const w = words.invite;

/** The links that let others in. */
export function InvitePart({ standing }: { standing: Extract<TeamStanding, { kind: 'shared' }> }) {
  const { member, reader } = standing.invitations;
  return (
    <section class="tm-part">
      <h2>{w.title}</h2>
      <div>
        {standing.role === 'member' ? (
          <>
            <p class="quiet">{w.warning}</p>
            <LinkRow label={w.member} link={member} />
            <LinkRow label={w.reader} link={reader} />
          </>
        ) : (
          <p class="quiet">{w.readerAlone}</p>
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
        <b>{label}.</b> <span class="quiet">{w.unknown}</span>
      </p>
    );
  const copy = async () => {
    field.current?.select();
    // Absent outside a secure context, and may be refused.
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    say(copied ? w.copied : w.notCopied);
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
        {w.copy}
        <span class="vh">: {label}</span>
      </button>
    </div>
  );
}
