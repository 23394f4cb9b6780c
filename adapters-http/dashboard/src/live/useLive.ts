import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refreshAfter } from '../state/refresh';
import { onEvent, openStream } from './stream';
import { topicsOf } from './topics';

/** Events come in bursts, and a page without input is refreshed at growing intervals. */
const PACE = refreshAfter(1_000);

/** Asks again for what events have changed, once for all events of a pause. Returns how to stop. */
export function refreshByEvents(queries: QueryClient): () => void {
  const changed = new Map<string, readonly string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let startedAt = 0;
  const refresh = () => {
    const keys = [...changed.values()];
    changed.clear();
    timer = undefined;
    startedAt = Date.now();
    for (const queryKey of keys) {
      void queries.invalidateQueries({ queryKey });
    }
  };
  const stop = onEvent((event) => {
    for (const key of topicsOf(event)) {
      changed.set(key.join(' '), key);
    }
    timer ??= setTimeout(refresh, Math.max(0, startedAt + PACE() - Date.now()));
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/** Keeps what is shown current by the stream of events, as long as the component is there. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const stopRefreshing = refreshByEvents(queries);
    const stopStream = openStream(() => {
      void queries.refetchQueries({ type: 'active', stale: true });
      void queries.invalidateQueries({ queryKey: ['events'] });
    });
    return () => {
      stopRefreshing();
      stopStream();
    };
  }, [queries]);
}
