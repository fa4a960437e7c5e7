import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { changesBetween, type GuideFamily, type GuideVersion } from '#core/guide/index.ts';
import { changesText, savedBy, words } from '../words.ts';

/** Every version with who and when, and what each says differently from the one in use. */
export function Versions(props: {
  guide: GuideFamily;
  onBack(version: GuideVersion): void;
  onClose(): void;
}) {
  const { guide, onBack, onClose } = props;
  const { current, versions } = guide;
  return (
    <Dialog
      title={words.versions.title}
      kind="wide"
      onClose={onClose}
      actions={
        <button type="button" class="btn" onClick={onClose}>
          {words.versions.close}
        </button>
      }
    >
      <p class="quiet">{words.versions.backWhy}</p>
      <ul class="gd-versions">
        {versions.map((version) => {
          const isCurrent = version === current;
          return (
            <li key={version.key}>
              <b class="strong num">{version.version}</b>
              <div>
                <p>{version.builtIn ? words.versions.shipped : savedBy(version)}</p>
                <p class="small quiet">{isCurrent ? words.versions.inUse : against(version, guide)}</p>
              </div>
              {!isCurrent && (
                <button
                  type="button"
                  class="btn s"
                  aria-label={words.versions.backName(version.version)}
                  onClick={() => onBack(version)}
                >
                  {words.versions.back}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** What lies between a version and the one in use: of an earlier one it is what came since. */
function against(version: GuideVersion, { current, beside }: GuideFamily): string {
  if (beside.includes(version))
    return `${words.versions.unused}; ${changesText(changesBetween(current, version))}`;
  const changes = changesText(changesBetween(version, current));
  return changes === words.versions.same ? changes : words.versions.since(changes);
}
