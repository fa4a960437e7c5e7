import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const problemOf = (args: string[], env = {}) => {
  const config = readConfig(args, env);
  return config.ok ? '' : config.why.problem;
};

test('without anything it is one fixed loopback address', () => {
  const config = readConfig([], {});
  expect(config).toMatchObject({ ok: true, value: { address: '127.0.0.1', port: 4600, maxBytes: 0 } });
});

test('flags win over the environment', () => {
  const env = { SOUNDING_PORT: '5000', SOUNDING_PUBLIC_HOSTS: 'a.example, b.example' };
  const config = readConfig(['--port', '0', '--max-megabytes', '2'], env);
  expect(config).toMatchObject({
    ok: true,
    value: { port: 0, maxBytes: 2 * 1024 * 1024, publicHosts: ['a.example', 'b.example'] },
  });
});

test('plain HTTP stays on this machine', () => {
  for (const address of ['0.0.0.0', '192.168.1.5', 'localhost', '::', 'team.example'])
    expect(problemOf(['--address', address])).toContain('not a loopback address');
  expect(problemOf(['--address', '::1'])).toBe('');
});

test('what makes no sense is said', () => {
  expect(problemOf(['--port', 'x'])).toContain('whole number');
  expect(problemOf(['--port', '70000'])).toContain('whole number');
  expect(problemOf(['--nonsense'])).toContain('nonsense');
  expect(problemOf(['--public-host', 'https://x'])).toContain('not a host name');
  expect(problemOf(['--max-megabytes', 'lots'])).toContain('number');
});
