import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './en';
import { pt } from './pt';

const FRAGMENTS = ['../store.yaml', 'account.yaml', 'order.yaml', 'product.yaml', 'ledger.yaml'];

test('each problem of the store has a text in both languages', () => {
  const document = FRAGMENTS.map((name) =>
    readFileSync(`../src/main/resources/openapi/store/${name}`, 'utf8'),
  ).join('\n');
  const types = [...document.matchAll(/^ +- \/problems\/([a-z-]+)$/gm)].map(
    (found) => found[1] ?? '',
  );
  expect(types).toContain('out-of-stock');
  expect(types.filter((type) => !(type in en.failures) || !(type in pt.failures))).toEqual([]);
});

test('nothing was left in English', () => {
  const words = (texts: object): string[] =>
    Object.values(texts).flatMap((value: unknown) =>
      typeof value === 'string' ? [value] : typeof value === 'object' && value ? words(value) : [],
    );
  const portuguese = words(pt);
  expect(words(en).filter((word) => portuguese.includes(word))).toEqual(['Total']);
});
