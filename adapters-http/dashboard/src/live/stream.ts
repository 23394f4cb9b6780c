import { authorized } from '../api/client';
import type { Event } from '../api/model';
import { MessageReader } from './sse';

const STREAM = '/v1/events/stream?after=end';
const RETRY_MILLIS = 5_000;
const RETRY_MAX_MILLIS = 300_000;

type Listener = (event: Event) => void;

const listeners = new Set<Listener>();
let isOpen = false;

/** Whether events arrive by themselves now. */
export const isLive = (): boolean => isOpen;

/** The document says it too, for tests that have to know when events arrive. */
function setOpen(now: boolean): void {
  isOpen = now;
  document.documentElement.toggleAttribute('data-live', now);
}

/** Hears each event of the feed while the stream is open. Returns how to stop. */
export function onEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads the stream until it ends; throws if it cannot be read. */
async function follow(signal: AbortSignal, opened: () => void): Promise<void> {
  const request = new Request(new URL(STREAM, globalThis.location.origin), {
    headers: { Accept: 'text/event-stream' },
    signal,
  });
  const response = await authorized(request);
  if (!response.ok || !response.body) {
    throw new Error(`no stream: ${response.status}`);
  }
  opened();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const messages = new MessageReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const { data } of messages.take(decoder.decode(part.value, { stream: true }))) {
      if (data !== '') {
        const event = JSON.parse(data) as Event;
        listeners.forEach((listener) => listener(event));
      }
    }
  }
}

/** Follows the feed until it is stopped. A stream that ends is opened again; one that fails, after a growing pause. */
function run(signal: AbortSignal, missed: () => void): void {
  let pause = RETRY_MILLIS;
  const opened = () => {
    setOpen(true);
    pause = RETRY_MILLIS;
    missed();
  };
  const again = (millis: number) => {
    setOpen(false);
    const timer = setTimeout(next, millis);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  };
  const next = () => {
    if (signal.aborted) {
      return;
    }
    follow(signal, opened).then(
      () => again(0),
      () => {
        again(pause);
        pause = Math.min(2 * pause, RETRY_MAX_MILLIS);
      },
    );
  };
  next();
}

/**
 * Keeps the stream open while the tab is seen: a browser has few connections to one server. `missed` is called at
 * each opening: there may have been events before it. Returns how to stop.
 */
export function openStream(missed: () => void): () => void {
  let current: AbortController | undefined;
  const stop = () => {
    current?.abort();
    current = undefined;
    setOpen(false);
  };
  const look = () => {
    if (document.visibilityState === 'hidden') {
      stop();
    } else if (!current) {
      current = new AbortController();
      run(current.signal, missed);
    }
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop();
  };
}
