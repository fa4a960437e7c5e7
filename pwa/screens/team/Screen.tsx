import './team.css';
import { useEffect, useState } from 'preact/hooks';
import { useDeps } from '#pwa/app/deps.ts';
import { makeTeamModel, type TeamModel } from './model.ts';
import { Alone } from './parts/Alone.tsx';
import { Shared } from './parts/Shared.tsx';
import { useFragment } from './parts/useFragment.ts';

/** Working alone or with others: sharing, inviting, and how this device stands with the server. */
export default function Screen() {
  const { openTeam } = useDeps();
  const [model, setModel] = useState<TeamModel | null>(null);
  useEffect(() => {
    let made: TeamModel | null = null;
    let left = false;
    void openTeam?.().then((team) => {
      if (left) return;
      made = makeTeamModel(team);
      setModel(made);
    });
    return () => {
      left = true;
      made?.dispose();
    };
  }, [openTeam]);
  return model ? <Loaded model={model} /> : null;
}

function Loaded({ model }: { model: TeamModel }) {
  useFragment(model.take);
  const standing = model.standing.value;
  return standing.kind === 'shared' ? <Shared model={model} standing={standing} /> : <Alone model={model} />;
}
