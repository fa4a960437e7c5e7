import type { ComponentChildren } from 'preact';
import { NextLink } from '#core/browser/parts/NextBar.tsx';
import { Pick } from '#core/browser/parts/Pick.tsx';
import type { EvidenceModel } from '../model.ts';
import { parts } from '../part.ts';
import { words } from '../words.ts';

/** The frame of every part: its finding, which part is up, its content and how to read it. */
export function PartPage(props: {
  model: EvidenceModel;
  finding: string;
  lede: string;
  rules: readonly string[];
  next: { strong: string; text: string; action: string; href: string };
  children: ComponentChildren;
}) {
  const { model, next } = props;
  return (
    <>
      <main class="page evi">
        <div class="head">
          <h1>{props.finding}</h1>
          <p class="lede">{props.lede}</p>
        </div>
        <div class="evi-parts">
          <Pick
            label={words.partsLabel}
            options={parts.map((part) => ({ value: part, name: words.parts[part] }))}
            value={model.part.value}
            onPick={model.show}
          />
        </div>
        {props.children}
        <div class="evi-foot">
          <details class="small evi-rules">
            <summary>{words.how}</summary>
            <ul>
              {props.rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </details>
          <button type="button" class="btn txt" onClick={model.downloadCsv}>
            {words.csv}
          </button>
        </div>
      </main>
      <NextLink {...next} />
    </>
  );
}
