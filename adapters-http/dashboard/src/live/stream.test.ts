import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Event } from '../api/model';

/** A stream that the test writes to. */
function streamOf() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (it) => {
      controller = it;
    },
  });
  const write = (text: string) => controller?.enqueue(new TextEncoder().encode(text));
  return { body, write, end: () => controller?.close() };
}

const EVENT = {
  position: 1,
  id: '0199f3b2-7c00-7000-8000-000000000001',
  type: 'account.suspended',
  at: '2026-11-20T12:00:00Z',
  subject: { kind: 'account', id: 'a' },
  accountId: 'a',
  version: 2,
  changed: ['status'],
} satisfies Event;

const streams: ReturnType<typeof streamOf>[] = [];
const authorized = vi.hoisted(() => vi.fn());
vi.mock('../api/client', () => ({ authorized }));

async function start(client: QueryClient): Promise<() => void> {
  const { openStream } = await import('./stream');
  const { refreshByEvents } = await import('./useLive');
  const stopRefreshing = refreshByEvents(client);
  const stop = openStream(() => void client.refetchQueries({ type: 'active' }));
  await vi.advanceTimersByTimeAsync(1);
  return () => {
    stop();
    stopRefreshing();
  };
}

function show(client: QueryClient, queryKey: string[]) {
  const asked = vi.fn(() => Promise.resolve(1));
  const hide = new QueryObserver(client, { queryKey, queryFn: asked }).subscribe(() => undefined);
  return { asked, hide };
}

function look(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new globalThis.Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  streams.length = 0;
  authorized.mockReset();
  authorized.mockImplementation(() => {
    const stream = streamOf();
    streams.push(stream);
    return Promise.resolve(new Response(stream.body));
  });
});

afterEach(() => {
  vi.useRealTimers();
});

test('events ask again for what they changed, once for a burst, and for nothing else', async () => {
  const client = new QueryClient();
  const stop = await start(client);
  const accounts = show(client, ['accounts', 'list']);
  const other = show(client, ['account', 'b', 'profile']);
  await vi.advanceTimersByTimeAsync(5_000);
  for (let i = 0; i < 100; i++) {
    streams[0]?.write(`id: ${i}\ndata: ${JSON.stringify(EVENT)}\n\n`);
  }
  await vi.advanceTimersByTimeAsync(5_000);
  expect(accounts.asked).toHaveBeenCalledTimes(2);
  expect(other.asked).toHaveBeenCalledTimes(1);
  accounts.hide();
  other.hide();
  stop();
});

test('a hidden tab has no stream; a tab that is seen again has missed events', async () => {
  const client = new QueryClient();
  const stop = await start(client);
  const accounts = show(client, ['accounts', 'list']);
  await vi.advanceTimersByTimeAsync(1_000);
  look('hidden');
  await vi.advanceTimersByTimeAsync(600_000);
  expect(streams).toHaveLength(1);
  look('visible');
  await vi.advanceTimersByTimeAsync(10);
  expect(streams).toHaveLength(2);
  expect(accounts.asked).toHaveBeenCalledTimes(2);
  accounts.hide();
  stop();
});

test('an unreadable stream is asked for at growing intervals', async () => {
  authorized.mockRejectedValue(new Error('away'));
  const stop = await start(new QueryClient());
  await vi.advanceTimersByTimeAsync(300_000);
  expect(authorized.mock.calls.length).toBeLessThanOrEqual(7);
  stop();
});
