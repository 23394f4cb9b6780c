const RETRY_MILLIS = 5_000;
const RETRY_MAX_MILLIS = 300_000;

/** Reads a stream until it ends, and says when it has begun; throws if it cannot be read. */
export type Follow = (signal: AbortSignal, opened: () => void) => Promise<void>;

/** Follows a stream until it is stopped. One that ends is opened again; one that fails, after a growing pause. */
function run(follow: Follow, signal: AbortSignal, changed: (isOpen: boolean) => void): void {
  let pause = RETRY_MILLIS;
  const opened = () => {
    pause = RETRY_MILLIS;
    changed(true);
  };
  const again = (millis: number) => {
    changed(false);
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
 * Keeps a stream open while the tab is seen: a browser has few connections to one server. `changed` hears whether it is
 * open. Returns how to stop.
 */
export function keepOpen(follow: Follow, changed: (isOpen: boolean) => void): () => void {
  let current: AbortController | undefined;
  const stop = () => {
    current?.abort();
    current = undefined;
    changed(false);
  };
  const look = () => {
    if (document.visibilityState === 'hidden') {
      stop();
    } else if (!current) {
      current = new AbortController();
      run(follow, current.signal, changed);
    }
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop();
  };
}
