import { expect, test } from 'vitest';
import { currentPrices, stateOf } from './priceState';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const ended = {
  currency: 'EUR',
  amount: '9',
  from: '2026-01-01T00:00:00Z',
  to: '2026-11-20T12:00:00Z',
};
const ending = {
  currency: 'EUR',
  amount: '12',
  from: '2026-11-01T00:00:00Z',
  to: '2026-12-01T00:00:00Z',
};
const planned = { currency: 'EUR', amount: '13', from: '2026-12-01T00:00:00Z' };
const open = { currency: 'USD', amount: '14', from: '2026-11-20T12:00:00Z' };

test('a price is in force from its beginning until before its end', () => {
  expect(currentPrices([ended, ending, planned, open], NOW)).toEqual([ending, open]);
  expect(stateOf(planned, NOW)).toBe('planned');
});
