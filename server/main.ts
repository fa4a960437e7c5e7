import { type Config, readConfig } from './config.ts';
import { startServer } from './server.ts';
import { StorageInUse } from './storage/storage.ts';

const config = readConfig(process.argv.slice(2), process.env);
if (!config.ok) {
  console.error(config.why.problem);
  process.exit(2);
}

// What the server keeps is for its owner's eyes, whatever the folder allows.
process.umask(0o077);

try {
  const server = await startServer(config.value);
  const stop = () => {
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // A promise that nobody waited for must not end a server that others are working with.
  process.on('unhandledRejection', (why) => console.error('unhandled:', why));
  console.log(`Sounding is ready at ${server.url}`);
  console.log(`To set up a team, open ${server.url}team#key=${server.ownerKey}`);
} catch (error) {
  console.error(startProblem(error, config.value));
  process.exit(1);
}

function startProblem(error: unknown, { port, data }: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Is Sounding already running? Else choose --port.`;
  if (error instanceof StorageInUse)
    return `Another Sounding server is using ${data}. Stop it, or choose another folder with --data.`;
  return `Sounding could not start: ${error instanceof Error ? error.message : String(error)}`;
}
