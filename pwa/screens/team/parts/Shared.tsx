import { localeSpoken } from '#core/browser/parts/figures.ts';
import type { TeamStanding } from '#core/ports/team.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { TeamModel } from '../model.ts';
import { standingText, standingTitle, words } from '../words.ts';
import { InvitePart } from './InvitePart.tsx';
import { RenewPart } from './RenewPart.tsx';
import { YouPart } from './YouPart.tsx';

const timeOf = (at: number) =>
  new Date(at).toLocaleTimeString(localeSpoken(), { hour: '2-digit', minute: '2-digit' });

/** A workspace with a home on a server: how it stands, who may come in, who you are. */
export function Shared({
  model,
  standing,
}: {
  model: TeamModel;
  standing: Extract<TeamStanding, { kind: 'shared' }>;
}) {
  const sync = useDeps().state.sync.value;
  const waits = sync.kind === 'offline' || sync.kind === 'refused' || sync.kind === 'failed';
  return (
    <main class="page team">
      <div class="head">
        <h1>{standingTitle(sync)}</h1>
        <p class="lede" role="status">
          {standingText(sync, timeOf)}
        </p>
        {waits && (
          <div class="acts tm-try">
            <button type="button" class="btn" onClick={() => model.tryNow()}>
              {words.tryNow}
            </button>
          </div>
        )}
      </div>
      <InvitePart standing={standing} />
      <YouPart />
      {standing.role === 'member' && <RenewPart model={model} open={model.given.value} />}
    </main>
  );
}
