import { expect, test } from 'vitest';
import { STANDARD, queryOf } from './filters';

const NOW = Date.parse('2026-11-20T12:00:00Z');

test('without filters the list is that of the last 7 days', () => {
  expect(queryOf(STANDARD, NOW)).toEqual({
    from: '2026-11-13T12:00:00.000Z',
    to: '2026-11-20T12:00:00.000Z',
  });
});

test('an account is listed over all time', () => {
  expect(queryOf({ ...STANDARD, accountId: 'a', from: '2026-01-01', reason: 'fee' }, NOW)).toEqual({
    accountId: 'a',
    reason: 'fee',
  });
});

test('a span is never longer than the service reads', () => {
  const { from, to } = queryOf({ ...STANDARD, from: '2026-01-01' }, NOW);
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(31 * 86_400_000);
});
