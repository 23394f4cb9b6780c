import { expect, test } from 'vitest';
import { isBlank, linesOf, recordsOf, type FileRecord } from './records';

const records = (text: string) => [...recordsOf(text)];
const texts = (text: string) => records(text).map((record) => record.text);
const where = ({ line, lines, fault }: FileRecord) => [line, lines, fault?.kind];

test.each(['\n', '\r\n', '\r'])('lines end with %j', (end) => {
  const text = ['a,b', `"1${end}2",3`, '', '4,5', ''].join(end);
  expect(records(text).map(where)).toEqual([
    [1, 1, undefined],
    [2, 2, undefined],
    [4, 1, undefined],
    [5, 1, undefined],
  ]);
  expect(texts(text).join('')).toBe(text);
  expect([...linesOf(text)].map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
});

test('a quote within an unquoted field is text', () => {
  expect(records('name,email\n5" Pipe Ltd,a@x.org\nB,b@x.org')).toHaveLength(3);
});

test('an unclosed quote takes all lines to the end', () => {
  const all = records('a,b\n"Ada,1\n\nBob,2\n');
  expect(all.map(where)).toEqual([
    [1, 1, undefined],
    [2, 3, 'unclosedQuote'],
  ]);
  expect(all[1]?.fault).toEqual({ kind: 'unclosedQuote', line: 2 });
  expect(records('a,b\n"Ada').map(where)[1]).toEqual([2, 1, 'unclosedQuote']);
});

test('text after a closing quote is a fault of its record alone', () => {
  const all = records('a,b\n"Ada" Lovelace,1\n"Bob\nEve" x,"2\n3,4\n');
  expect(all.map(where)).toEqual([
    [1, 1, undefined],
    [2, 1, 'textAfterQuote'],
    [3, 2, 'textAfterQuote'],
    [5, 1, undefined],
  ]);
});

test('a semicolon separates where the first line has no comma', () => {
  expect(records('a;b\n1;"2;\n3"\n')).toHaveLength(2);
  expect(records('a,b\n1;"2;\n3"\n')).toHaveLength(3);
});

test('a row of empty fields is empty, and a record has a bound', () => {
  const isEmpty = records('a,b\n,,\n"", \n"""",\n').map((record) => record.isEmpty);
  expect(isEmpty).toEqual([false, true, true, false]);
  expect(records(`a,b\n${'x'.repeat(65_537)}\n1,2`).map(where)).toEqual([
    [1, 1, undefined],
    [2, 1, 'tooLong'],
    [3, 1, undefined],
  ]);
  expect([isBlank(' \t\u3000'), isBlank('\u00a0')]).toEqual([true, false]);
});

test('no text loses a character, and every line belongs to one record', () => {
  let seed = 7;
  const next = (bound: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % bound;
  };
  for (let run = 0; run < 5000; run++) {
    const text = Array.from({ length: next(30) }, () => 'a",;\r\n'[next(6)]).join('');
    const all = records(text);
    expect(all.map((record) => record.text).join('')).toBe(text);
    let line = 1;
    for (const record of all) {
      expect(record.line).toBe(line);
      line += record.lines;
    }
    const lines = [...linesOf(text)].length;
    expect(line - 1).toBe(lines);
  }
});
