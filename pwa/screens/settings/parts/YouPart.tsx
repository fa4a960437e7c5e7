import { YourName } from '#core/browser/parts/YourName.tsx';
import { useDeps, useTools } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

export function YouPart() {
  const { say } = useDeps();
  const { memberName, rename } = useTools();
  return (
    <section class="set">
      <h2>{words.you.title}</h2>
      <YourName words={words.you} name={memberName} rename={rename} say={say} />
    </section>
  );
}
