import { expect, test } from 'vitest';
import { Refused } from '../api/problem';
import { en } from '../text/en';
import { failureText } from './failure';

test('a version conflict names the kind of record', () => {
  const refused = new Refused(412, 'version-mismatch', '');
  expect(failureText(en, refused)).toContain('this account');
  expect(failureText(en, refused, 'order')).toContain('this order');
});

test('a failure without a text for a kind of record has the common text', () => {
  const refused = new Refused(503, 'unavailable', '');
  expect(failureText(en, refused, 'webhook')).toBe(en.failures.unavailable);
});
