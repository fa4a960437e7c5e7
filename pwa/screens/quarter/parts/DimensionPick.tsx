import { listWords as w } from '../listWords.ts';

interface PickProps {
  id: string;
  /** By their place; names may repeat. */
  names: readonly string[];
  at: number;
  onPick(at: number): void;
}

/** Which dimension the picture shows. */
export function DimensionPick({ id, names, at, onPick }: PickProps) {
  if (names.length < 2) return null;
  return (
    <span class="qtr-by">
      <label for={id}>{w.dimension}</label>
      <select
        id={id}
        class="sel s"
        value={at}
        onChange={(event) => onPick(Number(event.currentTarget.value))}
      >
        {names.map((name, i) => (
          <option key={name} value={i}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
