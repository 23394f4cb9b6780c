import { expect, test } from 'vitest';
import { STANDARD, filtersOf, nextSort, sortOf } from './filters';

test('an address without filters lists all accounts, the newest first', () => {
  expect(filtersOf(STANDARD)).toEqual({});
  expect(sortOf(STANDARD)).toBe('-createdAt');
});

test('days are the reader’s own', () => {
  const { createdFrom } = filtersOf({ ...STANDARD, createdFrom: '2026-11-01' });
  expect(createdFrom).toBe(new Date(2026, 10, 1).toISOString());
});

test('what an address holds by mistake is left out', () => {
  const state = { ...STANDARD, q: '  ', status: 'gone', sort: 'colour', createdTo: 'soon' };
  expect(filtersOf(state)).toEqual({});
  expect(sortOf(state)).toBe('-createdAt');
});

test('a second click turns the order round', () => {
  expect(nextSort('-createdAt', 'views')).toBe('-views');
  expect(nextSort('-views', 'views')).toBe('views');
  expect(nextSort('views', 'name')).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
});
