import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useQueryState } from './useQueryState';

const STANDARD = { q: '', sort: '-createdAt' };

beforeEach(() => history.replaceState(null, '', '/accounts?sort=name&other=1'));

test('the address is the state', () => {
  const { result } = renderHook(() => useQueryState(STANDARD));
  expect(result.current[0]).toEqual({ q: '', sort: 'name' });
});

test('what equals the standard leaves the address, what is of others stays', () => {
  const { result } = renderHook(() => useQueryState(STANDARD));
  act(() => result.current[1]({ q: 'ada', sort: '-createdAt' }));
  expect(location.search).toBe('?other=1&q=ada');
  expect(result.current[0]).toEqual({ q: 'ada', sort: '-createdAt' });
});
