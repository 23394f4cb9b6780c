import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { json, serverThat } from '../../test/server';

test('a visit to a product reads it once, and counts', async () => {
  const asked = serverThat(() => json(200, { id: 'tea' }));
  const { productVisit } = await import('./queries');
  const client = new QueryClient();
  const observer = new QueryObserver(client, productVisit('tea'));
  const leave = observer.subscribe(() => undefined);
  await expect.poll(() => observer.getCurrentResult().isSuccess).toBe(true);
  await client.refetchQueries({ type: 'active', stale: true });
  const other = new QueryObserver(client, productVisit('tea')).subscribe(() => undefined);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers.get('Prefer')).toBeNull();
  leave();
  other();
});
