import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { coachKeys } from '../coachWords.ts';
import { grammarList, keyList, words } from '../words.ts';

/** Every key and the grammar of the line, in one place. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={words.keys} kind="wide" onClose={onClose}>
      <div class="call-keys">
        <KeyList of={keyList} />
        <div>
          <KeyList of={coachKeys} />
          <dl>
            {grammarList.map(({ write, means }) => (
              <div key={write}>
                <dt class="num">{write}</dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    </Dialog>
  );
}

function KeyList({ of }: { of: typeof keyList }) {
  return (
    <dl>
      {of.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
