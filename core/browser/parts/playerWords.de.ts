export const playerWords = {
  label: 'Aufnahme',
  play: 'Abspielen',
  pause: 'Anhalten',
  back: '10 Sekunden zurück',
  place: 'Stelle in der Aufnahme',
  at: (now: string, all: string) => `${now} von ${all}`,
  speed: 'Tempo',
  failed:
    'Dieser Browser kann die Aufnahme nicht abspielen. Sie bleibt erhalten; versuchen Sie den Browser, in dem sie entstand.',
};
