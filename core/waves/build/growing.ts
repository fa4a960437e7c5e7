type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

/** A typed array that grows by doubling while rows come in. */
export class Growing<A extends Column> {
  private length = 0;
  private array: A;
  private readonly make: new (
    size: number,
  ) => A;
  constructor(make: new (size: number) => A) {
    this.make = make;
    this.array = new make(1024);
  }
  push(value: number): void {
    if (this.length === this.array.length) {
      const wider = new this.make(this.length * 2);
      wider.set(this.array);
      this.array = wider;
    }
    this.array[this.length++] = value;
  }
  /** The values so far, in an array of their own. */
  done(): A {
    return this.array.slice(0, this.length) as A;
  }
}
