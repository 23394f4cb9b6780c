import { afterEach, beforeEach, vi } from 'vitest';

/** Locks of one process: a queue for each name. */
const queues = new Map<string, Promise<unknown>>();

// What jsdom lacks. The global ones come anew for each test, which may put others in their place.
Object.defineProperty(navigator, 'locks', {
  value: {
    request: (name: string, work: () => Promise<unknown>) => {
      const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
      queues.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  },
});

/** A browser with one tab. */
class NoOtherTabs {
  onmessage = null;
  postMessage = () => undefined;
}

beforeEach(() => {
  vi.stubGlobal('BroadcastChannel', NoOtherTabs);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0] ?? ''}=; Path=/; Max-Age=0`;
  }
});
