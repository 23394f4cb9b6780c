import { refreshAfter } from '../state/refresh';
import { isLive } from './stream';

/** Views are counted without an event of their own. */
const VIEWS_MILLIS = 120_000;

/** The time to the next refresh: the stream tells of changes, and where it is not open the page asks. */
export function livePace(withoutStreamMillis: number): () => number {
  const live = refreshAfter(Math.max(VIEWS_MILLIS, withoutStreamMillis));
  const asking = refreshAfter(withoutStreamMillis);
  return () => (isLive() ? live() : asking());
}
