// The one way in: `node scripts/setup.mjs <command>`, on any Node from 20, with nothing but Node there.
// Makes sure of what the command needs (packages, a build, a browser), then runs it on the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';
// Spawned by path: a shell remembers the first `node` it saw, which would be the old one.
const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const dist = process.env.SOUNDING_DIST ?? join(root, 'dist');

/** Ends with a sentence for the person at the terminal. */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function must(what, command, args, options = {}) {
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (run.error || run.status !== 0)
    stop(`${what} failed (${run.error?.message ?? `exit ${run.status}`}). See the lines above.`);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    const at = join(root, path);
    if (!existsSync(at)) return;
    if (statSync(at).isDirectory()) {
      for (const name of readdirSync(at).sort()) if (name !== 'node_modules') add(join(path, name));
    } else if (!path.endsWith('.test.ts'))
      hash.update(path).update('\0').update(readFileSync(at)).update('\0');
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function ensurePackages() {
  const stamp = join(root, 'node_modules', '.sounding-installed');
  const wanted = hashOf(['package.json', 'package-lock.json']);
  if (read(stamp) === wanted && existsSync(node)) return;
  console.log('Installing packages (once, until the lockfile changes)');
  must(
    'Installing the packages',
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      shell: windows,
      env: { ...process.env, NODE_ENV: 'development' },
    },
  );
  // With install scripts switched off, the pinned Node is not put in place; its own installer does it.
  if (!existsSync(node))
    must('Installing Node 24', process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(root, 'node_modules', 'node'),
    });
  if (!existsSync(node))
    stop(
      'Node 24 could not be installed. Install Node 24 yourself, or allow install scripts of the package "node".',
    );
  writeFileSync(stamp, wanted);
}

async function ensureBuild() {
  const parts = [
    ['pwa', ['pwa', 'core', 'public']],
    ['extension', ['extension', 'core']],
  ];
  const shared = [
    'vite.config.ts',
    'extension/manifest.ts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ];
  const due = parts.filter(
    ([mode, from]) =>
      read(join(dist, `.${mode}`)) !== hashOf([...from, ...shared]) || !existsSync(join(dist, mode)),
  );
  if (due.length === 0) return;
  console.log(`Building ${due.map(([mode]) => mode).join(' and ')}`);
  const runs = due.map(([mode, from]) => {
    const wanted = hashOf([...from, ...shared]);
    return new Promise((done) => {
      const build = spawn(
        node,
        [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--mode', mode, '--logLevel', 'warn'],
        {
          cwd: root,
          stdio: 'inherit',
          env: environment(),
        },
      );
      build.on('exit', (code) => {
        if (code === 0) writeFileSync(join(dist, `.${mode}`), wanted);
        done(code === 0 ? '' : mode);
      });
    });
  });
  const broken = (await Promise.all(runs)).filter(Boolean);
  if (broken.length) stop(`Building ${broken.join(' and ')} failed. See the lines above.`);
}

const knownBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function playwrightChromium() {
  const found = spawnSync(
    node,
    ['-e', "process.stdout.write(require('@playwright/test').chromium.executablePath())"],
    { cwd: root, encoding: 'utf8' },
  );
  return found.stdout && existsSync(found.stdout) ? found.stdout : '';
}

/** Debian's own packages, where that is possible; the caller looks whether they came. */
function installFromDebian(what, ...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${what} from Debian's packages`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

/** An existing Chromium; else Debian's package when root; else Playwright's own; else a sentence saying what to do. */
function ensureChromium() {
  const existing =
    [process.env.SOUNDING_CHROMIUM ?? '', ...knownBrowsers].find((path) => path && existsSync(path)) ||
    playwrightChromium();
  if (existing) return existing;
  installFromDebian('Chromium', 'chromium', 'fonts-liberation');
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  console.log("Installing Playwright's Chromium for the browser tests");
  spawnSync(node, [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
  });
  const own = playwrightChromium();
  if (own) return own;
  return stop(
    'No Chromium found and none could be installed. Install Chromium and set SOUNDING_CHROMIUM to its path.',
  );
}

const headlessShell = '/usr/bin/chromium-headless-shell';

/**
 * What the browser tests are better with: strace counts the fsyncs of the crash tests; where it cannot be had that one
 * count is skipped by name. Chromium's headless shell draws pages quicker; where it cannot be had Chromium draws them.
 */
function ensureTestTools() {
  if (process.platform !== 'linux') return;
  const wanted = { strace: '/usr/bin/strace', 'chromium-headless-shell': headlessShell };
  const missing = () => Object.keys(wanted).filter((name) => !existsSync(wanted[name]));
  if (missing().length > 0) installFromDebian(missing().join(' and '), ...missing());
  if (missing().includes('strace'))
    console.log("strace is not here and could not be installed: the browser's fsyncs go uncounted.");
}

function environment(chromium = '') {
  return {
    ...process.env,
    PATH: [join(root, 'node_modules', 'node', 'bin'), bin, process.env.PATH].join(delimiter),
    SOUNDING_DIST: dist,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, '--disable-warning=ExperimentalWarning']
      .filter(Boolean)
      .join(' '),
    ...(chromium ? { SOUNDING_CHROMIUM: chromium } : {}),
    ...(existsSync(headlessShell) ? { SOUNDING_HEADLESS_SHELL: headlessShell } : {}),
  };
}

function run(script, args, chromium) {
  const child = spawn(node, [join(root, script), ...args], {
    cwd: process.env.INIT_CWD ?? root,
    stdio: 'inherit',
    env: environment(chromium),
  });
  // npm's shell can be ended without passing the signal on; a server left behind would keep the port.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

const commands = {
  async start(args) {
    await ensureBuild();
    run('scripts/start.ts', args);
  },
  async test(args) {
    await ensureBuild();
    ensureTestTools();
    run('scripts/test.ts', args, ensureChromium());
  },
  check: (args) => run('scripts/check.ts', args),
  dev: (args) => run('scripts/dev.ts', args),
  wave: (args) => run('scripts/wave.ts', args),
  vectors: (args) => run('scripts/vectors.ts', args),
  async bench(args) {
    await ensureBuild();
    run('test/bench/run.ts', args, ensureChromium());
  },
  async screenshots(args) {
    await ensureBuild();
    run('scripts/screenshots.ts', args, ensureChromium());
  },
  async crash(args) {
    await ensureBuild();
    ensureTestTools();
    run('scripts/test.ts', ['--crash', ...args], ensureChromium());
  },
  async package(args) {
    await ensureBuild();
    run('scripts/package.ts', args);
  },
  build: async () => {
    mkdirSync(dist, { recursive: true });
    await ensureBuild();
  },
  clean: () => rmSync(dist, { recursive: true, force: true }),
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) stop(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
ensurePackages();
await command(args);
