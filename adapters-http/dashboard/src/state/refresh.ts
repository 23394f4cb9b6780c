import type { QueryClient } from '@tanstack/react-query';

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** A person who comes back after this long gets fresh figures at once. */
const AWAY_MILLIS = 60_000;

let touchedAt = Date.now();

/**
 * The time to the next refresh of what a page shows. A page without input is refreshed ever more rarely: each
 * pause is twice the time since the last touch. The query library refreshes nothing in a hidden tab.
 */
export function refreshAfter(shortestMillis: number): () => number {
  return () => Math.max(shortestMillis, 2 * (Date.now() - touchedAt));
}

/** Refreshes the shown figures that are stale when a person uses the page again. Returns how to stop. */
export function refreshOnReturn(client: QueryClient): () => void {
  const touched = () => {
    const now = Date.now();
    const isReturn = now - touchedAt > AWAY_MILLIS;
    touchedAt = now;
    if (isReturn) {
      void client.refetchQueries({ type: 'active', stale: true });
    }
  };
  for (const touch of TOUCHES) {
    globalThis.addEventListener(touch, touched, { capture: true, passive: true });
  }
  return () => {
    for (const touch of TOUCHES) {
      globalThis.removeEventListener(touch, touched, { capture: true });
    }
  };
}
