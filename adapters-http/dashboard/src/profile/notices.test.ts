import { expect, test } from 'vitest';
import { shown, toggled } from './notices';

test('a tick adds a kind, and a second one takes it away', () => {
  expect(toggled([], 'dead-letter')).toEqual(['dead-letter']);
  expect(toggled(['import-done', 'dead-letter'], 'import-done')).toEqual(['dead-letter']);
});

test('a chosen kind that is no longer available can be given up', () => {
  expect(shown(['dead-letter'], ['audit-broken', 'dead-letter'])).toEqual([
    'dead-letter',
    'audit-broken',
  ]);
});
