import { expect, test } from 'vitest';
import { en } from './en';
import { formatOf } from './format';
import { pt } from './pt';

const NOW = Date.parse('2026-11-20T12:00:00Z');

test('figures are written as the reader writes them', () => {
  expect(formatOf('en').number(1_234_567)).toBe('1,234,567');
  expect(formatOf('pt-BR').number(1_234_567)).toBe('1.234.567');
  expect(formatOf('pt-BR').duration(1500)).toBe('1,5 s');
  expect(formatOf('en').duration(80)).toBe('80 ms');
});

test('a bucket of a day is a day of UTC, in every time zone of the reader', () => {
  expect(formatOf('en').day('2026-11-20T00:00:00Z')).toBe('Nov 20');
});

test('an elapsed time is shown in the fitting unit', () => {
  const { ago } = formatOf('en');
  expect(ago('2026-11-20T11:59:30Z', NOW)).toBe('30 seconds ago');
  expect(ago('2026-11-20T11:00:00Z', NOW)).toBe('1 hour ago');
  expect(ago('2026-11-10T12:00:00Z', NOW)).toBe('10 days ago');
  expect(ago('2020-11-20T12:00:00Z', NOW)).toBe('6 years ago');
});

test('one is not many, in either language', () => {
  expect(en.accounts.total(1, '1')).toBe('1 account');
  expect(en.accounts.total(2, '2')).toBe('2 accounts');
  expect(pt.accounts.total(1, '1')).toBe('1 conta');
  expect(pt.accounts.total(2, '2')).toBe('2 contas');
});

test('nothing was left in English', () => {
  const words = (texts: object): string[] =>
    Object.values(texts).flatMap((value: unknown) =>
      typeof value === 'string' ? [value] : typeof value === 'object' && value ? words(value) : [],
    );
  const portuguese = words(pt);
  const same = words(en).filter((word) => portuguese.includes(word));
  expect([...new Set(same)]).toEqual([
    'Clientele',
    'Webhooks',
    'Admin',
    'Auditor',
    'ID',
    'Webhook',
  ]);
});
