import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, formatProblem } from './index.ts';
import { fileOf } from '../schema.ts';

/** Reads the raw dataset files in a directory, by file name. Omits files that do not exist. */
export function readRecord(dir: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const file of Object.values(fileOf)) {
    const path = join(dir, file);
    if (existsSync(path)) files.set(file, readFileSync(path));
  }
  return files;
}

/**
 * Checks the dataset before a build. Returns the number of rows checked. If there are problems, prints all of
 * them and their count to stderr and exits with code 1, without a stack trace.
 */
export function failOnErrors(dir: string): number {
  const files = readRecord(dir);
  const problems = check(files);
  if (problems.length > 0) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    process.stderr.write(
      `${problems.map(formatProblem).join('\n')}\n\nThe record has ${count}; nothing was built.\n`,
    );
    process.exit(1);
  }
  return rowsIn(files);
}

function rowsIn(files: ReadonlyMap<string, Uint8Array>): number {
  let rows = 0;
  for (const raw of files.values()) {
    const value: unknown = JSON.parse(new TextDecoder().decode(raw));
    rows += Array.isArray(value) ? value.length : 1;
  }
  return rows;
}
