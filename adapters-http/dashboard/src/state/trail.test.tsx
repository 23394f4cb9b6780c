import { act, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useTrail } from './trail';

/** A list of these cursors, one leading to the next. */
function walk(start: string) {
  return renderHook(() => {
    const [cursor, go] = useState(start);
    const next = { '': 'b', b: 'c', c: undefined, linked: undefined }[cursor];
    return { cursor, ...useTrail(cursor, next, go) };
  });
}

test('the way back is the way that was gone', () => {
  const list = walk('');
  expect(list.result.current.previous).toBeUndefined();
  act(() => list.result.current.next?.());
  act(() => list.result.current.next?.());
  expect(list.result.current).toMatchObject({ cursor: 'c', page: 3, next: undefined });
  act(() => list.result.current.previous?.());
  expect(list.result.current).toMatchObject({ cursor: 'b', page: 2 });
  act(() => list.result.current.previous?.());
  expect(list.result.current).toMatchObject({ cursor: '', page: 1 });
});

test('who came by a link goes back to the first page', () => {
  const list = walk('linked');
  act(() => list.result.current.previous?.());
  expect(list.result.current).toMatchObject({ cursor: '', page: 1 });
});

test('a list that is shown again keeps its address', () => {
  const list = walk('');
  act(() => list.result.current.next?.());
  act(() => list.result.current.next?.());
  list.unmount();
  expect(walk('c').result.current.page).toBe(3);
});
