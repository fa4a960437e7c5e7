import { YourName } from '#core/browser/parts/YourName.tsx';
import { useDeps, useTools } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

/** The name that others see. */
export function YouPart() {
  const { say } = useDeps();
  const { memberName, rename } = useTools();
  return (
    <section class="tm-part">
      <h2>{words.you.title}</h2>
      <YourName class="tm-name" words={words.you} name={memberName} rename={rename} say={say} />
    </section>
  );
}
