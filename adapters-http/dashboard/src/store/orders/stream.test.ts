import { expect, test, vi } from 'vitest';
import { serverThat } from '../../test/server';

test('a stream that ends is opened again after the version that was heard last', async () => {
  const asked = serverThat(({ headers }) =>
    headers.has('Last-Event-ID')
      ? new Response(new ReadableStream())
      : new Response('id: 3\ndata: {"id":"o"}\n\n', { status: 200 }),
  );
  const { begin } = await import('../session/session');
  const { followOrder } = await import('./useOrderStream');
  begin('key');
  const heard = vi.fn();
  const stop = followOrder('o', heard, () => undefined);
  await expect.poll(() => asked.length).toBe(2);
  expect(heard).toHaveBeenCalledWith({ id: 'o' });
  expect(asked[0]?.headers.get('Authorization')).toBe('Bearer key');
  expect(asked[1]?.headers.get('Last-Event-ID')).toBe('3');
  stop();
});
