import { expect, test } from 'vitest';
import { kindOf, piecesOf } from './pieces';

test('a file of NDJSON is cut between lines', () => {
  const { pieces } = piecesOf('{"a":1}\n{"a":2}\n{"a":3}', 'ndjson', 2);
  expect(pieces).toEqual([
    { body: '{"a":1}\n{"a":2}\n', offset: 0, lines: 2 },
    { body: '{"a":3}', offset: 2, lines: 1 },
  ]);
});

test('every part of a CSV has the header, and lines keep their numbers', () => {
  const { pieces } = piecesOf('name,email\nA,a@x.org\nB,b@x.org\nC,c@x.org\n', 'csv', 2);
  expect(pieces).toEqual([
    { body: 'name,email\nA,a@x.org\nB,b@x.org\n', offset: 0, lines: 2 },
    { body: 'name,email\nC,c@x.org\n', offset: 2, lines: 1 },
  ]);
});

test('a quoted field of several lines is never cut', () => {
  const { pieces } = piecesOf('name,email\n"A\nB ""x""\n",a@x.org\nC,c@x.org', 'csv', 1);
  expect(pieces.map(({ body }) => body)).toEqual([
    'name,email\n"A\nB ""x""\n",a@x.org\n',
    'name,email\nC,c@x.org',
  ]);
  expect(pieces[1]?.offset).toBe(3);
});

test('empty lines are no rows', () => {
  expect(piecesOf('\n{"a":1}\n\n', 'ndjson').pieces).toEqual([
    { body: '{"a":1}\n', offset: 1, lines: 1 },
  ]);
  expect(piecesOf('', 'csv').pieces).toEqual([]);
  expect(piecesOf('name,email\n', 'csv').pieces).toEqual([]);
  expect(piecesOf('name,email\n,\n', 'csv').pieces).toEqual([]);
});

test('a stray quote joins no lines, and lines may end with CR alone', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `5" Pipe ${i},a${i}@x.org`);
  const { pieces, malformed } = piecesOf(`name,email\r${rows.join('\r')}\r`, 'csv');
  expect(pieces.map(({ lines }) => lines)).toEqual([2000, 2000, 1000]);
  expect(pieces[2]?.offset).toBe(4000);
  expect(malformed).toEqual([]);
});

test('malformed lines are not sent, and those after them keep their numbers', () => {
  const { pieces, malformed } = piecesOf(
    '\nname;email\nA;a@x.org\n"B\n\nC" x;c@x.org\nD;d@x.org\nE;"e\n',
    'csv',
  );
  expect(pieces).toEqual([
    { body: 'name;email\nA;a@x.org\n\n\n\nD;d@x.org\n', offset: 1, lines: 2 },
  ]);
  expect(malformed).toEqual([
    { line: 4, fault: { kind: 'textAfterQuote', line: 6 } },
    { line: 6, fault: { kind: 'textAfterQuote', line: 6 } },
    { line: 8, fault: { kind: 'unclosedQuote', line: 8 } },
  ]);
});

test('a malformed header makes every line that it takes malformed', () => {
  expect(piecesOf('"name,email\nA,a@x.org\n', 'csv')).toEqual({
    pieces: [],
    malformed: [1, 2].map((line) => ({ line, fault: { kind: 'unclosedQuote', line: 1 } })),
  });
});

test('a line of NDJSON that is too long is not sent', () => {
  const { pieces, malformed } = piecesOf(`{}\n${'x'.repeat(70_000)}\n{}`, 'ndjson');
  expect(pieces).toEqual([{ body: '{}\n\n{}', offset: 0, lines: 2 }]);
  expect(malformed).toEqual([{ line: 2, fault: { kind: 'tooLong' } }]);
});

test('a part stays far below what one call may hold', () => {
  const row = `${'x'.repeat(60_000)}\n`;
  const { pieces } = piecesOf(row.repeat(200), 'ndjson');
  expect(Math.max(...pieces.map(({ body }) => body.length))).toBeLessThan(8 << 20);
  expect(pieces.reduce((sum, { lines }) => sum + lines, 0)).toBe(200);
});

test('the name says what a file is', () => {
  expect(kindOf('Accounts.CSV')).toBe('csv');
  expect(kindOf('accounts.jsonl')).toBe('ndjson');
  expect(kindOf('accounts.xlsx')).toBeUndefined();
});
