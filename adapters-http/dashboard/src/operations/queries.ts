import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { unreachable } from '../api/problem';
import { refreshAfter } from '../state/refresh';

const HEALTH = refreshAfter(20_000);
/** During an outage people wait for the end of it. */
const OUTAGE_MILLIS = 5000;
const FIGURES = refreshAfter(150_000);
const SHOWN = 25;

export function useBooks() {
  return useQuery({
    queryKey: ['operations', 'books'],
    queryFn: ({ signal }) => answer(api.GET('/v1/view-reconciliation', { signal })),
    refetchInterval: FIGURES,
  });
}

export function useFlushes() {
  return useQuery({
    queryKey: ['operations', 'flushes'],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/view-flushes', { params: { query: { limit: SHOWN } }, signal })),
    refetchInterval: FIGURES,
  });
}

interface State {
  isReady: boolean;
  dependencies: Record<string, string>;
}

const isUp = ({ isReady, dependencies }: State): boolean =>
  isReady && Object.values(dependencies).every((state) => state === 'up');

/** Health tells its dependencies with a 503 too, so both answers are read alike. */
export function useHealth() {
  return useQuery({
    queryKey: ['operations', 'health'],
    queryFn: async ({ signal }): Promise<State> => {
      const response = await globalThis
        .fetch('/health/ready', { signal })
        .catch((cause: unknown) => {
          throw unreachable(cause);
        });
      const body = (await response.json()) as Partial<State>;
      return { isReady: response.ok, dependencies: body.dependencies ?? {} };
    },
    refetchInterval: ({ state: { data } }) => (data && isUp(data) ? HEALTH() : OUTAGE_MILLIS),
  });
}
