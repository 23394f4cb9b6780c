import { expect, test } from 'vitest';
import { Refused } from '../api/problem';
import { en } from '../text/en';
import { failureText } from './failure';

test('a concurrent change is told of the thing that was changed', () => {
  const refused = new Refused(412, 'version-mismatch', '');
  expect(failureText(en, refused)).toContain('this account');
  expect(failureText(en, refused, 'order')).toContain('this order');
});

test('a failure without words for a thing is told in the common words', () => {
  const refused = new Refused(503, 'unavailable', '');
  expect(failureText(en, refused, 'webhook')).toBe(en.failures.unavailable);
});
