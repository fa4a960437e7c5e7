import { problemText } from '../faultWords.ts';
import type { GuideModel, ReadyView } from '../guideModel.ts';
import { words } from '../words.ts';

/** Problems shown one by one; more would bury the first. */
const mostShown = 6;

/** What must be known before going on: what keeps it from being saved, and what happened elsewhere. */
export function Notes(props: { model: GuideModel; view: ReadyView; onVersions(): void }) {
  const { model, view } = props;
  const { meanwhile, problems, guide, unreadable } = view;
  const { left, open } = model.others.value;
  const versions = { name: words.tools.versions, run: props.onVersions };
  const takeLeft = { name: words.takeLeft, run: () => void model.takeLeft() };
  const lines = [
    ...(model.kept.value ? [] : [{ line: words.notKept }]),
    ...(meanwhile ? [{ line: words.meanwhile(meanwhile.byName, meanwhile.version), act: versions }] : []),
    ...(left > 0 ? [{ line: words.left(left), act: model.kept.value ? takeLeft : undefined }] : []),
    ...(open > 0 ? [{ line: words.openElsewhere }] : []),
    ...(guide.beside.length > 0 ? [{ line: words.beside(guide.beside.length), act: versions }] : []),
    ...(unreadable > 0 ? [{ line: words.unreadable(unreadable) }] : []),
  ];
  return (
    <>
      {problems.length > 0 && (
        <div role="alert">
          <ul class="gd-wrong">
            {problems.slice(0, mostShown).map((problem) => {
              const text = problemText(problem);
              return (
                <li key={text}>
                  {'number' in problem ? (
                    <button type="button" class="btn txt" onClick={() => model.openQuestion(problem.id)}>
                      {text}
                    </button>
                  ) : (
                    text
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {lines.map(({ line, act }) => (
        <p key={line} class="gd-note" role="status">
          {line}{' '}
          {act && (
            <button type="button" class="btn txt" onClick={act.run}>
              {act.name}
            </button>
          )}
        </p>
      ))}
    </>
  );
}
