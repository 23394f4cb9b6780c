import { authorized } from '../api/client';
import type { Event } from '../api/model';
import { keepOpen } from './keepOpen';
import { readMessages } from './sse';

const STREAM = '/v1/events/stream?after=end';

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

/** Reads the feed until it ends; throws if it cannot be read. */
async function follow(signal: AbortSignal, opened: () => void): Promise<void> {
  const request = new Request(new URL(STREAM, globalThis.location.origin), {
    headers: { Accept: 'text/event-stream' },
    signal,
  });
  await readMessages(await authorized(request), opened, ({ data }) => {
    const event = JSON.parse(data) as Event;
    listeners.forEach((listener) => listener(event));
  });
}

/**
 * Keeps the feed open while the tab is seen. `missed` is called at each opening: there may have been events before it.
 * Returns how to stop.
 */
export function openStream(missed: () => void): () => void {
  return keepOpen(follow, (isOpenNow) => {
    setOpen(isOpenNow);
    if (isOpenNow) {
      missed();
    }
  });
}
