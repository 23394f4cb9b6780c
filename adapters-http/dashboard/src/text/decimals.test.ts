import { expect, test } from 'vitest';
import { decimalOf, isAmount, isAtMost, isPositive, restOf, sumOf } from './decimals';

test('a comma is a decimal point', () => {
  expect(decimalOf(' 12,50 ')).toBe('12.50');
  expect(decimalOf('−2')).toBe('-2');
});

test('amounts are told from other text', () => {
  expect(['0', '12.50', '9007199254740993'].every(isAmount)).toBe(true);
  expect(['', '-1', '01', '1.', '1e3', '1,5'].some(isAmount)).toBe(false);
  expect(isPositive('0.00')).toBe(false);
  expect(isPositive('0.01')).toBe(true);
});

test('sums and rests lose no digit', () => {
  expect(sumOf(['9007199254740993', '0.1', '-0.05'])).toBe('9007199254740993.05');
  expect(restOf('3', '1', '1')).toBe('1');
  expect(restOf('1.50', '2')).toBe('0.00');
  expect(sumOf(['-0.05'])).toBe('-0.05');
});

test('amounts are compared by value with any decimals', () => {
  expect(isAtMost('1.0', '1')).toBe(true);
  expect(isAtMost('10', '9')).toBe(false);
});
