import { expect, test } from 'vitest';
import { kindOf, piecesOf } from './pieces';

test('a file of NDJSON is cut between lines', () => {
  const pieces = piecesOf('{"a":1}\n{"a":2}\n{"a":3}', 'ndjson', 2);
  expect(pieces).toEqual([
    { body: '{"a":1}\n{"a":2}\n', offset: 0, lines: 2 },
    { body: '{"a":3}', offset: 2, lines: 1 },
  ]);
});

test('every part of a CSV has the header, and lines keep their numbers', () => {
  const pieces = piecesOf('name,email\nA,a@x.org\nB,b@x.org\nC,c@x.org\n', 'csv', 2);
  expect(pieces).toEqual([
    { body: 'name,email\nA,a@x.org\nB,b@x.org\n', offset: 0, lines: 2 },
    { body: 'name,email\nC,c@x.org\n', offset: 2, lines: 1 },
  ]);
});

test('a quoted field of several lines is never cut', () => {
  const pieces = piecesOf('name,email\n"A\nB ""x""\n",a@x.org\nC,c@x.org', 'csv', 1);
  expect(pieces.map(({ body }) => body)).toEqual([
    'name,email\n"A\nB ""x""\n",a@x.org\n',
    'name,email\nC,c@x.org',
  ]);
  expect(pieces[1]?.offset).toBe(3);
});

test('empty lines and a byte order mark are no rows', () => {
  expect(piecesOf('\uFEFF\n{"a":1}\n\n', 'ndjson')).toEqual([
    { body: '{"a":1}\n\n', offset: 1, lines: 1 },
  ]);
  expect(piecesOf('', 'csv')).toEqual([]);
  expect(piecesOf('name,email\n', 'csv')).toEqual([]);
});

test('a part stays far below what one call may hold', () => {
  const row = `${'x'.repeat(60_000)}\n`;
  const pieces = piecesOf(row.repeat(200), 'ndjson');
  expect(Math.max(...pieces.map(({ body }) => body.length))).toBeLessThan(8 << 20);
  expect(pieces.reduce((sum, { lines }) => sum + lines, 0)).toBe(200);
});

test('the name says what a file is', () => {
  expect(kindOf('Accounts.CSV')).toBe('csv');
  expect(kindOf('accounts.jsonl')).toBe('ndjson');
  expect(kindOf('accounts.xlsx')).toBeUndefined();
});
