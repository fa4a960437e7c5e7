import { BandMark, Said, ThemeName } from '#core/browser/parts/marks.tsx';
import type { Frequency, RivalRow } from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { EvidenceModel } from '../model.ts';
import {
  nameOf,
  onName,
  onText,
  quoteBy,
  rivalFinding,
  rivalLede,
  shareText,
  rivalWords as w,
  wentText,
} from '../rivalWords.ts';
import { bandNames } from '../words.ts';
import { PartPage } from './PartPage.tsx';
import './rivals.css';

/** Which competitors customers speak of: who, how often, in which band, and compared on what. */
export function RivalsPart({ model }: { model: EvidenceModel }) {
  const now = model.rivals.value;
  if (!now) return null;
  const { rows } = now;
  return (
    <PartPage
      model={model}
      finding={rivalFinding(now)}
      lede={rivalLede(now)}
      rules={w.rules}
      next={rows.length > 0 ? { ...w.next, href: '/drivers' } : { ...w.ask, href: '/interviews' }}
    >
      {rows.length > 0 && (
        <table class="evi-t evi-rivals">
          <caption class="vh">{w.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{w.heads.rival}</th>
              {bands.map((band) => (
                <th key={band} scope="col">
                  <BandMark band={band}>{bandNames[band].title}</BandMark>
                </th>
              ))}
              <th scope="col">{w.heads.went}</th>
              <th scope="col">{w.heads.on}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.competitor} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </PartPage>
  );
}

function Line({ row }: { row: RivalRow }) {
  return (
    <tr>
      <th scope="row" class="strong">
        {nameOf(row)}
        {row.feature && <span class="small quiet evi-line">{w.feature(row.feature)}</span>}
        {row.quote.kind === 'quote' && (
          <span class="evi-line">
            <Said by={quoteBy(row.quote)}>{row.quote.text}</Said>
          </span>
        )}
      </th>
      {bands.map((band) => (
        <td key={band} class="evi-rival-n">
          <Share band={band} of={row.byBand[band]} />
        </td>
      ))}
      <td class="evi-rival-went">{wentText(row)}</td>
      <td>
        {row.on.length === 0 && <span class="quiet">{w.notCompared}</span>}
        <ul>
          {row.on.map((on) => (
            <li key={on.theme}>
              <ThemeName name={onName(on)} category={on.category ?? 'product'} />{' '}
              <span class="small quiet">{onText(on)}</span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

function Share({ band, of }: { band: Band; of: Frequency }) {
  const { count, range } = shareText(of);
  return (
    <>
      <span class="only-s">
        <BandMark band={band}>{bandNames[band].title}</BandMark>{' '}
      </span>
      <span class="nb num">{count}</span>
      <span class="small quiet nb evi-line">{range}</span>
    </>
  );
}
