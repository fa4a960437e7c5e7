/** A value as a reference file holds it; "NA", "NaN", "Inf" and "-Inf" stand for numbers that are none. */
export type Leaf = number | string | boolean | null;
export type Tree = Leaf | readonly Tree[] | { readonly [key: string]: Tree };

/** One case of ../shared/vectors/*.json. */
export interface VectorCase {
  id: string;
  kind?: string;
  input: { readonly [key: string]: Tree };
  expected: { readonly [key: string]: Tree };
  /** Figures from a printed table, to the decimals printed there. */
  published?: Tree;
}

export interface VectorFile {
  method: string;
  cases: readonly VectorCase[];
}

/** Every value of a tree with the path to it: `wald.lower`, `wilson.0`. */
export function leavesOf(tree: Tree, path = ''): [path: string, value: Leaf][] {
  if (tree === null || typeof tree !== 'object') return [[path, tree]];
  return Object.entries(tree).flatMap(([key, value]) => leavesOf(value, path ? `${path}.${key}` : key));
}

/** Reads a vector file's text, or says what is wrong with it. */
export function parseVectorFile(text: string): VectorFile | string {
  let file: Partial<VectorFile>;
  try {
    file = JSON.parse(text) as Partial<VectorFile>;
  } catch (error) {
    return `it is not JSON: ${error instanceof Error ? error.message : error}`;
  }
  if (typeof file?.method !== 'string' || !Array.isArray(file.cases)) return 'it has no method or no cases';
  return file.cases.length === 0 ? 'it has no cases' : { method: file.method, cases: file.cases };
}
