import { sharedWords } from './words.ts';

/** How far something is. */
export interface ProgressProps {
  /** What is being done: "Reading the file". */
  doing: string;
  done: number;
  /** 0 while unknown. */
  all: number;
  /** "rows", "bytes". */
  unit: string;
  /** Offered where stopping leaves nothing behind. */
  onCancel?: () => void;
}

/** What is under way, how far it is, and the way out. */
export function Progress({ doing, done, all, unit, onCancel }: ProgressProps) {
  const count = all > 0 ? sharedWords.progress(done, all, unit) : '';
  return (
    <div class="progress">
      <p role="status">
        {doing} <span class="quiet num">{count}</span>
      </p>
      <progress {...(all > 0 && { value: Math.min(done, all), max: all })} aria-label={doing} />
      {onCancel && (
        <button type="button" class="btn s" onClick={onCancel}>
          {sharedWords.cancel}
        </button>
      )}
    </div>
  );
}
