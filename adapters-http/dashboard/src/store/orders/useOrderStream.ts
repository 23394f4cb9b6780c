import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keepOpen } from '../../live/keepOpen';
import { readMessages } from '../../live/sse';
import { authorized, type Order } from '../api';
import { ownOrder } from './queries';

/** Hears an order as it is now and after each change, while the tab is seen. Returns how to stop. */
export function followOrder(
  id: string,
  take: (order: Order) => void,
  changed: (isOpen: boolean) => void,
): () => void {
  const url = new URL(`/store/v1/me/orders/${id}/events`, globalThis.location.origin);
  let last: string | undefined;
  return keepOpen(async (signal, opened) => {
    const headers = {
      Accept: 'text/event-stream',
      ...(last !== undefined && { 'Last-Event-ID': last }),
    };
    await readMessages(
      await authorized(new Request(url, { headers, signal })),
      opened,
      (message) => {
        last = message.id;
        take(JSON.parse(message.data) as Order);
      },
    );
  }, changed);
}

/** Keeps the order that a page shows current, and returns whether it does so now. */
export function useOrderStream(id: string): boolean {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(false);
  useEffect(
    () => followOrder(id, (order) => queries.setQueryData(ownOrder(id).queryKey, order), setLive),
    [id, queries],
  );
  return isLive;
}
