// Runs other programs for all scripts in the same way: visible output, no shell, no orphaned process.
import { spawn } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder that holds package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Returns whether this module is the program that node runs, and not an import of it.
 * @param {string} moduleUrl the module's `import.meta.url`
 */
export const isProgram = (moduleUrl) =>
  process.argv[1] !== undefined && moduleUrl === pathToFileURL(realpathSync(process.argv[1])).href;

/**
 * Runs a program in the project's folder with visible output.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code; 1 when it could not start
 */
export function run(command, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      child.kill(signal);
      // The signal is meant to end the whole run, not only this step.
      child.once('close', () => process.exit(signal === 'SIGINT' ? 130 : 143));
    };
    const end = (/** @type {number} */ code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}`);
      end(1);
    });
    child.on('close', (code) => {
      end(code ?? 1);
    });
  });
}

/**
 * Runs the program of an installed package, without npx, which might download it.
 * @param {string} name the package, or `package:program` if the names differ
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runPackage(name, args, env) {
  const [pkg = name, program = name] = name.split(':');
  const folder = join(root, 'node_modules', pkg);
  const manifest = /** @type {{ bin?: string | Record<string, string> }} */ (
    readJson(join(folder, 'package.json'))
  );
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[program];
  if (file === undefined) throw new Error(`The package ${pkg} has no program called ${program}.`);
  return run(process.execPath, [join(folder, file), ...args], env);
}

/**
 * Runs npm: the one that started this process, if any, so that the version stays the same.
 * @param {string[]} args
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) return run(process.execPath, [npm, ...args]);
  // On Windows npm is a batch file, which needs a command shell.
  return process.platform === 'win32' ? run('cmd', ['/c', 'npm', ...args]) : run('npm', args);
}

/**
 * Runs work that parses the command line, and prints an error in one line, without a stack trace.
 * @template Result
 * @param {() => Result} work
 * @returns {Result}
 */
export function orExplain(work) {
  try {
    return work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(2);
  }
}

/**
 * Ends this program when npm, which started it, is gone. A signal to npm reaches only the shell in between,
 * and a server or a browser would keep running.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

/**
 * @param {string} file
 * @returns {unknown} the parsed JSON file, unchecked
 */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Formats the seconds since a moment.
 * @param {number} start earlier value of performance.now()
 */
export const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
