import { problemText } from '../faultWords.ts';
import type { GuideModel, ReadyView } from '../guideModel.ts';
import { words } from '../words.ts';

/** Problems shown one by one; more would bury the first. */
const mostShown = 6;

/** What must be known before going on: what keeps it from being saved, and what happened elsewhere. */
export function Notes(props: { model: GuideModel; view: ReadyView; onVersions(): void }) {
  const { model, view } = props;
  const { meanwhile, problems, guide, unreadable } = view;
  const lines = [
    ...(model.kept.value ? [] : [words.notKept]),
    ...(meanwhile ? [words.meanwhile(meanwhile.byName, meanwhile.version)] : []),
    ...(guide.beside.length > 0 ? [words.beside(guide.beside.length)] : []),
    ...(unreadable > 0 ? [words.unreadable(unreadable)] : []),
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
      {lines.map((line) => (
        <p key={line} class="gd-note" role="status">
          {line}{' '}
          {(meanwhile !== null || guide.beside.length > 0) && line !== words.notKept && (
            <button type="button" class="btn txt" onClick={props.onVersions}>
              {words.tools.versions}
            </button>
          )}
        </p>
      ))}
    </>
  );
}
