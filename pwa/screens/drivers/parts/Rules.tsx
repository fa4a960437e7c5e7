import { figureWords } from '../figureWords.ts';
import type { DriversModel } from '../model.ts';
import { words } from '../words.ts';

/** What the marks mean, how every figure is made, and the table as a file. */
export function Rules({ model }: { model: DriversModel }) {
  return (
    <div class="drv-foot">
      <div class="drv-rules small">
        <p class="drv-legend">
          <span class="dot inl" aria-hidden="true" /> {figureWords.filled}{' '}
          <span class="dot inl o" aria-hidden="true" /> {figureWords.hollow}: {figureWords.legend}
        </p>
        <details>
          <summary>{words.rulesTitle}</summary>
          <ul>
            {words.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </details>
      </div>
      <span class="acts">
        {words.elsewhere.map(({ name, href }) => (
          <a key={href} class="btn txt" href={href}>
            {name}
          </a>
        ))}
        <button type="button" class="btn txt" onClick={model.downloadCsv}>
          {words.csv}
        </button>
      </span>
    </div>
  );
}
