import {
  type AlphaLevel,
  type CountTable,
  cohenKappa,
  type KappaWeights,
  krippendorffAlpha,
  strataExact,
  type TwoByTwo,
} from '#core/stats/index.ts';
import type { Ours } from './ours.ts';
import type { Tree } from './vectorFile.ts';

const weightings: readonly KappaWeights[] = ['unweighted', 'linear', 'quadratic'];
const levels: readonly AlphaLevel[] = ['nominal', 'ordinal', 'interval', 'ratio'];

/** Agreement between coders as the product says it. */
export function agreement(kind: string, input: { readonly [key: string]: Tree }): Ours {
  if (kind === 'cohen') return kappas(input.table as CountTable);
  if (kind === 'krippendorff') return alphas(input.units_by_coders as readonly (readonly Tree[])[]);
  return {};
}

function kappas(table: CountTable): Ours {
  const cells = Object.fromEntries(
    table.flatMap((row, i) => row.map((count, j) => [`table.${i}.${j}`, count])),
  );
  return Object.assign(cells, ...weightings.map((weights) => kappa(table, weights)));
}

function kappa(table: CountTable, weights: KappaWeights): Ours {
  const found = cohenKappa(table, weights);
  if (found.kind === 'noKappa') return { [`${weights}.kappa`]: { refused: found.why } };
  const at = (field: string) => `${weights}.${field}`;
  return {
    n: found.n,
    [at('po')]: found.observed,
    [at('pe')]: found.expected,
    [at('kappa')]: found.value,
    [at('se')]: found.standardError,
    [at('lower')]: found.low,
    [at('upper')]: found.high,
    [at('se_null')]: found.nullStandardError,
    [at('z')]: found.z,
    [at('p_two_sided')]: found.p,
    ...published(weights, found),
  };
}

/** Printed output names the figures in its own ways. */
function published(
  weights: KappaWeights,
  k: { value: number; standardError: number; low: number; high: number; nullStandardError: number } & {
    z: number;
    p: number;
  },
): Ours {
  const under = (name: string) => `published.${name}`;
  if (weights !== 'unweighted')
    return {
      [under(weights)]: k.value,
      [under(`${weights}_z`)]: k.z,
      ...(weights === 'linear' && { [under('weighted')]: k.value, [under('weighted_se')]: k.standardError }),
    };
  return {
    [under('kappa')]: k.value,
    [under('unweighted')]: k.value,
    [under('se')]: k.standardError,
    [under('lower')]: k.low,
    [under('upper')]: k.high,
    [under('se_null')]: k.nullStandardError,
    [under('z')]: k.z,
    [under('p')]: k.p,
  };
}

function alphas(rows: readonly (readonly Tree[])[]): Ours {
  const units = rows.map((row) => row.filter((value): value is number => typeof value === 'number'));
  return Object.assign({}, ...levels.map((level) => alpha(units, level)));
}

function alpha(units: readonly (readonly number[])[], level: AlphaLevel): Ours {
  const found = krippendorffAlpha(units, level);
  const at = (field: string) => `${level}.${field}`;
  if (found.kind === 'noAlpha') {
    const none = found.why === 'oneValue' ? { apart: 0, alike: 1 } : null;
    return {
      [at('alpha')]: { refused: found.why },
      [at('pairable_values')]: found.pairable,
      ...(none && {
        [at('observed_disagreement')]: none.apart,
        [at('expected_disagreement')]: none.apart,
        mean_pairwise_percent_agreement: none.alike,
      }),
    };
  }
  return {
    [at('alpha')]: found.value,
    [at('observed_disagreement')]: found.observed,
    [at('expected_disagreement')]: found.expected,
    [at('pairable_values')]: found.pairable,
    [`published.${level}`]: found.value,
    mean_pairwise_percent_agreement: found.alike,
  };
}

/** Two things going together within strata: test/vectors/r/strata.R. */
export function goingTogether({ tables }: { readonly [key: string]: Tree }): Ours {
  const found = strataExact(tables as unknown as readonly TwoByTwo[]);
  if (found.kind !== 'strata') return { p: { refused: found.kind } };
  return {
    seen: found.seen,
    expected: found.expected,
    low: found.chanceLow,
    high: found.chanceHigh,
    p: found.p,
    p_less: found.pLess,
    p_greater: found.pGreater,
  };
}
