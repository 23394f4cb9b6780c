import { expect, test } from 'vitest';
import { isNumber, numberOf, queryOf, STANDARD } from './filters';

test('a number is read as people type it', () => {
  expect(numberOf('7zk3m-9q2xb')).toBe('7ZK3M9Q2XB');
  expect(numberOf('oIl0000000')).toBe('0110000000');
  expect(isNumber('7ZK3M9Q2XB')).toBe(true);
  expect(isNumber('7ZK3M9Q2X')).toBe(false);
});

test('the API gets what it knows of the address', () => {
  expect(queryOf(STANDARD)).toEqual({});
  const state = { ...STANDARD, status: 'lost', payment: 'held', number: '12', from: '2026-11-01' };
  expect(queryOf(state)).toEqual({
    payment: 'held',
    placedFrom: new Date('2026-11-01T00:00:00').toISOString(),
  });
});
