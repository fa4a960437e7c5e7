export const playerWords = {
  label: 'Recording',
  play: 'Play',
  pause: 'Pause',
  back: 'Back 10 seconds',
  place: 'Place in the recording',
  /** Both as a clock shows them. */
  at: (now: string, all: string) => `${now} of ${all}`,
  speed: 'Speed',
  failed: 'This browser cannot play the recording. It is kept; try the browser it was made in.',
};
