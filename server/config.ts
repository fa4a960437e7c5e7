import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '#core/model/result.ts';

/** How one server runs. Read once from the command line and the environment; nothing else reads either. */
export interface Config {
  /** A loopback address: the server itself speaks plain HTTP, so it is never bound to anything else. */
  address: string;
  /** 0 picks a free one. */
  port: number;
  /** Folder with everything the server keeps. */
  data: string;
  /** Folder with the built web app. */
  dist: string;
  /** Public host names that a TLS proxy on this machine forwards from ("team.example.org"). */
  publicHosts: readonly string[];
  /** Further origins that may talk to the API and sync, such as a browser extension's. */
  origins: readonly string[];
  /** The database may not grow beyond this many bytes; 0 for no limit. */
  maxBytes: number;
}

export interface ConfigFault {
  kind: 'configFault';
  problem: string;
}

const loopback = /^(127(\.\d{1,3}){3}|::1)$/;
const hostName = /^[a-z0-9.-]+(:\d+)?$/;

const options = {
  address: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  dist: { type: 'string' },
  'public-host': { type: 'string', multiple: true },
  'allow-origin': { type: 'string', multiple: true },
  'max-megabytes': { type: 'string' },
} as const;

/** Flags win over the environment (SOUNDING_ADDRESS, _PORT, _DATA, _PWA, _PUBLIC_HOSTS, _ORIGINS, _MAX_MEGABYTES). */
export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, ConfigFault> {
  let flags: ReturnType<typeof parse>;
  try {
    flags = parse(args);
  } catch (error) {
    return problem(error instanceof Error ? error.message : 'the flags cannot be read');
  }
  const address = flags.address ?? env.SOUNDING_ADDRESS ?? '127.0.0.1';
  const port = Number(flags.port ?? env.SOUNDING_PORT ?? 4600);
  const megabytes = Number(flags['max-megabytes'] ?? env.SOUNDING_MAX_MEGABYTES ?? 0);
  const publicHosts = flags['public-host'] ?? list(env.SOUNDING_PUBLIC_HOSTS);
  if (!loopback.test(address))
    return problem(
      `"${address}" is not a loopback address. Sounding speaks plain HTTP, so put a TLS proxy in front and name it with --public-host.`,
    );
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    return problem('the port must be a whole number from 0 to 65535');
  if (!(megabytes >= 0)) return problem('--max-megabytes must be a number');
  const bad = publicHosts.find((name) => !hostName.test(name));
  if (bad !== undefined) return problem(`"${bad}" is not a host name`);
  return ok({
    address,
    port,
    data: resolve(flags.data ?? env.SOUNDING_DATA ?? 'data'),
    dist: resolve(flags.dist ?? env.SOUNDING_PWA ?? 'dist/pwa'),
    publicHosts,
    origins: flags['allow-origin'] ?? list(env.SOUNDING_ORIGINS),
    maxBytes: Math.floor(megabytes * 1024 * 1024),
  });
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
}

function list(text = ''): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

function problem(text: string) {
  return fail<ConfigFault>({ kind: 'configFault', problem: text });
}
