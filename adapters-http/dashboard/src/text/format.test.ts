import { expect, test } from 'vitest';
import { formatOf } from './format';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const { ago } = formatOf('en');

test('what a clock ahead of ours has stamped happened now', () => {
  expect(ago('2026-11-20T12:00:01Z', NOW)).toBe('now');
  expect(ago('2026-11-20T12:00:59Z', NOW)).toBe('now');
});

test('a future time is shown as future', () => {
  expect(ago('2026-11-20T14:00:00Z', NOW)).toBe('in 2 hours');
});

test('a past time is shown in its largest unit', () => {
  expect(ago('2026-11-20T11:59:20Z', NOW)).toBe('40 seconds ago');
  expect(ago('2026-11-17T12:00:00Z', NOW)).toBe('3 days ago');
});

test('an amount keeps each of its digits', () => {
  expect(formatOf('en').decimal('12345678901234567890.10')).toBe('12,345,678,901,234,567,890.10');
  expect(formatOf('pt-BR').decimal('-1234.500000000000000001')).toBe('−1.234,500000000000000001');
  expect(formatOf('en').decimal('0')).toBe('0');
});

test('a span of time is written in the fitting unit', () => {
  const { span } = formatOf('en');
  expect(span(0)).toBe('0 sec');
  expect(span(90)).toBe('2 min');
  expect(span(86_400 * 3)).toBe('3 days');
});
