import { expect, test } from 'vitest';
import { added, isSameName, removed, renamed, savable } from './savedViews';

const LATE = { list: 'orders', name: 'Late', query: 'status=placed' };
const OTHER = { list: 'accounts', name: 'Late', query: '' };

test('a search text, a page and an open record are not saved', () => {
  expect(savable('?status=closed&q=Ana&cursor=x&open=1&from=2026-01-01')).toBe(
    'from=2026-01-01&status=closed',
  );
});

test('the order of filters does not make another view', () => {
  expect(savable('status=a&from=b')).toBe(savable('from=b&status=a'));
});

test('a view is known by its list and its name', () => {
  const all = [LATE, OTHER];
  expect(removed(LATE)(all)).toEqual([OTHER]);
  expect(renamed(LATE, 'Later')(all)).toEqual([{ ...LATE, name: 'Later' }, OTHER]);
  expect(added({ ...LATE, name: 'LATE' })(all)).toEqual([OTHER, { ...LATE, name: 'LATE' }]);
});

test('names that differ in case are one', () => {
  expect(isSameName(' Late', 'LATE')).toBe(true);
  expect(isSameName('Late', 'Later')).toBe(false);
});
