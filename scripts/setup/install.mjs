import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { exitOf } from './child.mjs';
import { exclusively } from './exclusive.mjs';
import { SetupFailure } from './failure.mjs';
import { isInstalled, progressOf } from './installed.mjs';

const PROGRESS_MS = 5_000;

/**
 * No package needs its install script (binaries come as packages of their own), so none is run.
 * Development packages are asked for by name, since NODE_ENV=production would leave out the runtime's engines.
 */
const INSTALL = [
  'ci',
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
];

const NO_NETWORK = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED)\b/;

/**
 * Installs the locked packages unless they are there. Processes started together install once: the others wait.
 * @param {string} root
 */
export async function installOnce(root) {
  if (isInstalled(root)) return;
  await exclusively(join(root, '.attest', 'install.lock'), {
    onWait: (owner) => say(`process ${owner ?? '?'} is installing packages, waiting for it.`),
    work: async () => {
      if (!isInstalled(root)) await install(root);
    },
  });
}

/** @param {string} root */
async function install(root) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  say('installing the packages of package-lock.json into node_modules (first start or changed lockfile) ...');
  const progress = setInterval(() => {
    const { done, total } = progressOf(root);
    say(`  ${seconds()}: ${done} of ${total} packages unpacked`);
  }, PROGRESS_MS);
  const { code, output } = await npm(root, INSTALL).finally(() => clearInterval(progress));
  if (code !== 0) throw failureOf(code, output);
  say(`installed in ${seconds()}.`);
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
async function npm(root, args) {
  const cli = process.env['npm_execpath'];
  // Started by npm: the very same one, under the Node it runs on. By hand: the one on the path.
  const fromNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  const child = fromNpm
    ? spawn(process.env['npm_node_execpath'] ?? process.execPath, [cli, ...args], { cwd: root, stdio: PIPED })
    : spawn('npm', args, { cwd: root, stdio: PIPED, shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const code = await exitOf(child).catch(() => {
    throw new SetupFailure('npm was not found: install Node.js 20 or newer, which brings it, then run this again.');
  });
  return { code, output };
}

/** @type {['ignore', 'pipe', 'pipe']} */
const PIPED = ['ignore', 'pipe', 'pipe'];

/**
 * @param {number} code
 * @param {string} output
 */
function failureOf(code, output) {
  if (code > 128 || /process terminated/.test(output)) {
    return new SetupFailure('stopped while installing; run it again to finish.', Math.max(code, 130));
  }
  if (NO_NETWORK.test(output)) {
    return new SetupFailure(
      'the package registry cannot be reached: connect to the network once, then run this again.',
    );
  }
  const lines = output.split('\n').filter((line) => line.startsWith('npm error'));
  const reason = lines.find((line) => !/^npm error code\b/.test(line)) ?? output.trim();
  return new SetupFailure(`npm could not install the packages (exit ${code}): ${reason.replace(/^npm error\s*/, '')}`);
}

/** @param {string} line */
function say(line) {
  console.error(`attest: ${line}`);
}
