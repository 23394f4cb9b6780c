import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, whole } from '../api/client';
import type { Webhook } from '../api/model';
import { livePace } from '../live/pace';
import { onEvent } from '../live/stream';
import { refreshAfter } from '../state/refresh';

export interface VersionedWebhook {
  webhook: Webhook;
  etag: string;
}

export const REFRESH = livePace(60_000);

/** Attempts are stored once a second. */
const DELIVERY = refreshAfter(2_500);

export const webhookKey = (id: string) => ['webhooks', 'one', id] as const;

export async function readWebhook(id: string, signal?: AbortSignal): Promise<VersionedWebhook> {
  const { data, response } = await whole(
    api.GET('/v1/webhooks/{id}', { params: { path: { id } }, ...(signal && { signal }) }),
  );
  return { webhook: data, etag: response.headers.get('ETag') ?? '' };
}

export function useWebhook(id: string) {
  return useQuery({
    queryKey: webhookKey(id),
    queryFn: ({ signal }) => readWebhook(id, signal),
    refetchInterval: REFRESH,
  });
}

/** Asks again for webhooks and their attempts some time after events, when these have been sent. */
export function useDeliveries(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onEvent(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ['webhooks'] });
      }, DELIVERY());
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries]);
}
