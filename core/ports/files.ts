/** A file the user chose, dropped or pasted. */
export interface SourceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The browser's own file, where there is one: a worker can be handed it, and reads it there. */
  readonly origin?: object;
  bytes(): Promise<Uint8Array>;
}

/** Hands a file to the user. */
export interface FileSaver {
  save(name: string, type: string, content: Uint8Array | string): void;
}
