/** A file the user chose, dropped or pasted. */
export interface SourceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

/** Hands a file to the user. */
export interface FileSaver {
  save(name: string, type: string, content: Uint8Array | string): void;
}
