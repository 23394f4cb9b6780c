import { expect, test } from 'vitest';
import { comparisonOf } from './comparison';

test('a period is compared with as many days before it', () => {
  expect(comparisonOf([9, 1, 3, 2, 4], 2)).toEqual({ before: 4, change: 0.5 });
});

test('without as many days before there is no comparison', () => {
  expect(comparisonOf([1, 2, 3], 2)).toBeUndefined();
});

test('a period after nothing has no relative change', () => {
  expect(comparisonOf([0, 0, 3, 4], 2)).toEqual({ before: 0, change: undefined });
});
