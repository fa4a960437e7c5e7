type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** The same values in an array of another size. */
export function resized<A extends Column>(array: A, size: number): A {
  if (size <= array.length) return array.slice(0, size) as A;
  const wider = new (array.constructor as new (size: number) => A)(size);
  wider.set(array);
  return wider;
}

/** The values of some rows, in this order. */
export function picked<A extends Column>(array: A, rows: Uint32Array): A {
  const chosen = new (array.constructor as new (size: number) => A)(rows.length);
  for (let i = 0; i < rows.length; i++) chosen[i] = array[rows[i]!]!;
  return chosen;
}
