import type { Labelled } from './banking77.ts';

/**
 * What suggestions are measured against: the nearest centroid over whole words, TF-IDF, cosine. It is the usual first
 * answer to this task.
 */
export function wordCentroid(sentences: readonly Labelled[]): (text: string) => string[] {
  const texts = new Map<string, number>();
  for (const { text } of sentences)
    for (const word of new Set(wordsOf(text))) texts.set(word, (texts.get(word) ?? 0) + 1);
  const vectorOf = (text: string): Vector => {
    const vector: Vector = new Map();
    for (const word of wordsOf(text)) vector.set(word, (vector.get(word) ?? 0) + 1);
    for (const [word, n] of vector) {
      const rare = Math.log((sentences.length + 1) / ((texts.get(word) ?? 0) + 1)) + 1;
      vector.set(word, texts.has(word) ? n * rare : 0);
    }
    return scaled(vector);
  };
  const centroids = new Map<string, Vector>();
  for (const { text, label } of sentences) {
    const sum = centroids.get(label) ?? new Map();
    for (const [word, weight] of vectorOf(text)) sum.set(word, (sum.get(word) ?? 0) + weight);
    centroids.set(label, sum);
  }
  for (const [label, sum] of centroids) centroids.set(label, scaled(sum));
  return (text) => {
    const own = vectorOf(text);
    const near = [...centroids].map(([label, centroid]) => {
      let cosine = 0;
      for (const [word, weight] of own) cosine += weight * (centroid.get(word) ?? 0);
      return { label, cosine };
    });
    return near.sort((a, b) => b.cosine - a.cosine).map(({ label }) => label);
  };
}

type Vector = Map<string, number>;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];

function scaled(vector: Vector): Vector {
  const length = Math.hypot(...vector.values()) || 1;
  return new Map([...vector].map(([word, weight]) => [word, weight / length]));
}
