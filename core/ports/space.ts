/** Whether the browser promises not to clear this app's data by itself, and how much room there is. */
export interface Space {
  /** `unknown`: this browser does not say. */
  kept: 'kept' | 'mayBeCleared' | 'unknown';
  /** Bytes in use and bytes allowed; null where the browser does not say. */
  used: number | null;
  allowed: number | null;
}
