import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, formatProblem } from './index.ts';
import { fileOf } from '../schema.ts';

/** The raw files of the record in a directory, by file name. A file that is not there is left out. */
export function readRecord(dir: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const file of Object.values(fileOf)) {
    const path = join(dir, file);
    if (existsSync(path)) files.set(file, readFileSync(path));
  }
  return files;
}

/**
 * Checks the record before anything is built from it. Returns the number of rows checked; with any problem it
 * prints all of them and their count to stderr and ends the process with exit code 1, without a stack trace.
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
