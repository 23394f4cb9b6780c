import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useRequestKey } from './useRequestKey';

test('a repeated request has its key again, until it has succeeded', () => {
  const { result } = renderHook(useRequestKey);
  const { keyOf, isDone } = result.current;
  const first = keyOf({ quantity: '1' });
  expect(keyOf({ quantity: '1' })).toBe(first);
  const other = keyOf({ quantity: '2' });
  expect(other).not.toBe(first);
  isDone();
  expect(keyOf({ quantity: '2' })).not.toBe(other);
});
