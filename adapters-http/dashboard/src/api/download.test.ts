import { expect, test } from 'vitest';
import { csv } from './download';

test('fields with separators and quotes are quoted', () => {
  const text = csv([['a', 'b,c', 'd "e"', 'f\ng']]);
  expect(text.trimEnd()).toBe('a,"b,c","d ""e""","f\ng"');
});

test('a field that a spreadsheet would calculate is text', () => {
  expect(csv([['=HYPERLINK("x")', '-1', '@a']]).trimEnd()).toBe('"\'=HYPERLINK(""x"")",\'-1,\'@a');
});
