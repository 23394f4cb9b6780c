import { expect, test } from 'vitest';
import { matching } from './matching';

const ENTRIES = ['Home', 'Accounts', 'Conciliação', 'New account', 'API keys'].map((label) => ({
  label,
}));
const found = (typed: string) => matching(ENTRIES, typed).map(({ label }) => label);

test('each typed word is somewhere in the label, in any case and without accents', () => {
  expect(found('acc')).toEqual(['Accounts', 'New account']);
  expect(found('CONCILIACAO')).toEqual(['Conciliação']);
  expect(found('keys api')).toEqual(['API keys']);
  expect(found('x')).toEqual([]);
});

test('without a text all entries are there, in their order', () => {
  expect(found('')).toHaveLength(ENTRIES.length);
});
