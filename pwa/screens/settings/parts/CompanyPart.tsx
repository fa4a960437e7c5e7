import { useState } from 'preact/hooks';
import { Progress } from '#core/browser/parts/Progress.tsx';
import { useDeps, useTools } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

/** The sample programme: in with one step, out with one step. */
export function CompanyPart() {
  const { say, go } = useDeps();
  const { company } = useTools();
  const [at, setAt] = useState<{ done: number; all: number } | null>(null);
  const [fault, setFault] = useState('');
  const name = company.present.value;
  const remove = async () => {
    setAt({ done: 0, all: 0 });
    await company.remove();
    setAt(null);
    say(words.company.removed);
  };
  const add = async () => {
    setFault('');
    setAt({ done: 0, all: 0 });
    const made = await company.add((done, all) => setAt({ done, all }));
    setAt(null);
    if (made.ok) go('/segments');
    else setFault(made.why);
  };
  return (
    <section class="set">
      <h2>{words.company.title}</h2>
      <div>
        <p>{name ? words.company.there(name) : words.company.absent}</p>
        {fault && (
          <p class="callout bad" role="alert">
            {fault}
          </p>
        )}
        <div class="acts">
          {at ? (
            <Progress doing={words.company.doing} done={at.done} all={at.all} unit={words.company.unit} />
          ) : (
            <button type="button" class="btn" onClick={() => void (name ? remove() : add())}>
              {name ? words.company.remove : words.company.add}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
