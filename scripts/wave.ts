/** `npm run wave -- FILE [--map MAP.json]`: what a survey file holds, and what a mapping makes of it. */
import { reportWave, Stopped } from './waveReport.ts';

try {
  reportWave(process.argv.slice(2), (text) => process.stdout.write(`${text}\n`));
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
