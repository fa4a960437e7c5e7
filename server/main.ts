import { readConfig } from './config.ts';
import { startServer } from './server.ts';

const config = readConfig(process.argv.slice(2), process.env);
if (!config.ok) {
  console.error(config.why.problem);
  process.exit(2);
}

try {
  const server = await startServer(config.value);
  const stop = () => {
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(`Sounding is ready at ${server.url}`);
} catch (error) {
  console.error(startProblem(error, config.value.port));
  process.exit(1);
}

function startProblem(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Is Sounding already running? Else choose --port.`;
  return `Sounding could not start: ${error instanceof Error ? error.message : String(error)}`;
}
