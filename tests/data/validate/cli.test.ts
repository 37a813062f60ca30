import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { check } from '$lib/data/validate/index.ts';
import { readRecord, failOnErrors } from '$lib/data/validate/cli.ts';
import { baseDir } from './fixtures.ts';

let dir = '';
let printed = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'record-'));
  cpSync(baseDir, dir, { recursive: true });
  printed = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

describe('stopOnProblems', () => {
  it('returns the row counts and prints nothing when the dataset is valid', () => {
    const rows = [...readRecord(dir).values()].map((raw): unknown =>
      JSON.parse(new TextDecoder().decode(raw)),
    );
    const count = rows.reduce((sum: number, file) => sum + (Array.isArray(file) ? file.length : 1), 0);
    expect(failOnErrors(dir)).toBe(count);
    expect(printed).toBe('');
  });

  it('prints every problem and their count, and exits with 1, without a stack trace', () => {
    rmSync(join(dir, 'figures.json'));
    writeFileSync(join(dir, 'glossary.json'), '[{]');
    expect(() => failOnErrors(dir)).toThrow('exit 1');
    const lines = printed.trim().split('\n');
    expect(lines[0]).toMatch(
      /^DATA-001 figures\.json#\/: a file of the record is missing\. Expected .+ Got no file\. Fix: /,
    );
    expect(lines[1]).toMatch(/^DATA-003 glossary\.json#\/: /);
    expect(lines.at(-1)).toBe('The record has 2 problems; nothing was built.');
    expect(printed).not.toContain('    at ');
  });
});

it('orders problems by file, then by position in the text', () => {
  const files = new Map(
    [...readRecord(baseDir)].map(([file, raw]) => [file, new TextDecoder().decode(raw)] as const),
  );
  const spoil = (file: string, from: string, to: string) => {
    files.set(file, (files.get(file) ?? '').replace(from, to));
  };
  spoil('timeline.json', 'Talks are held', 'Talks  are held');
  spoil('timeline.json', '"Rule on record"', '"Rule of 2017"');
  spoil('amounts.json', 'price not published', 'about £2m');
  spoil('amounts.json', '"exact",\n    "basis": "threshold"', '"exact",\n    "basis": "whim"');
  expect(check(files).map(({ file, pointer, rule }) => `${rule} ${file}#${pointer}`)).toEqual([
    '009 amounts.json#/3/basis',
    '021 amounts.json#/4/amountText',
    '065 timeline.json#/0/short',
    '068 timeline.json#/1/title',
  ]);
});
