import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refreshAfter, refreshOnReturn } from './refresh';

const MINUTE = 60_000;
const client = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } });
let stop: () => void;
let asked = 0;

beforeEach(() => {
  vi.useFakeTimers();
  stop = refreshOnReturn(client);
  globalThis.dispatchEvent(new Event('keydown'));
  const shown = new QueryObserver(client, {
    queryKey: ['figures'],
    queryFn: () => Promise.resolve(++asked),
    refetchInterval: refreshAfter(15_000),
  });
  const hide = shown.subscribe(() => undefined);
  const before = stop;
  stop = () => {
    before();
    hide();
  };
});

afterEach(() => {
  stop();
  client.clear();
  vi.useRealTimers();
  asked = 0;
});

test('a page without input polls less and less often', async () => {
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(asked).toBe(1 + 3);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(asked).toBeLessThanOrEqual(1 + 3 + 4);
});

test('a page with input polls at its normal interval', async () => {
  for (let i = 0; i < 60; i++) {
    globalThis.dispatchEvent(new Event('pointermove'));
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(asked).toBe(1 + 4);
});

test('a person who comes back sees fresh figures at once', async () => {
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  const before = asked;
  globalThis.dispatchEvent(new Event('pointermove'));
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toBe(before + 1);
});
