import { useQuery } from '@tanstack/react-query';
import { answer, api, whole } from '../api/client';
import type { Order, Transfer } from '../api/model';
import { Refused } from '../api/problem';
import { livePace } from '../live/pace';
import { captureOf, holdOf } from './transferIds';

export interface VersionedOrder {
  order: Order;
  etag: string;
}

/** The queries whose answers a command of an order changes. */
export const ORDER_CHANGES = [['orders'], ['products'], ['transfers'], ['pockets']];

export const REFRESH = livePace(60_000);

async function readOrder(id: string, signal: AbortSignal): Promise<VersionedOrder> {
  const { data, response } = await whole(
    api.GET('/v1/orders/{id}', { params: { path: { id } }, signal }),
  );
  return { order: data, etag: response.headers.get('ETag') ?? '' };
}

export function useOrder(id: string) {
  return useQuery({
    queryKey: ['orders', 'one', id],
    queryFn: ({ signal }) => readOrder(id, signal),
    refetchInterval: REFRESH,
  });
}

/** The answer, or nothing where there is no such transfer: orders without money and stock have none. */
async function orNothing<T>(call: Promise<T>, nothing: T): Promise<T> {
  try {
    return await call;
  } catch (refused) {
    if (refused instanceof Refused && refused.status === 404) {
      return nothing;
    }
    throw refused;
  }
}

async function transferOf(id: string, signal: AbortSignal): Promise<Transfer[]> {
  return [await answer(api.GET('/v1/transfers/{id}', { params: { path: { id } }, signal }))];
}

async function settling(parent: string, signal: AbortSignal): Promise<Transfer[]> {
  const query = { parent, limit: 50 };
  return (await answer(api.GET('/v1/transfers', { params: { query }, signal }))).data;
}

/** The transfers of an order, the oldest first: its hold, what settled it, and what was paid back. */
export function useOrderTransfers(id: string) {
  return useQuery({
    queryKey: ['transfers', 'of-order', id],
    queryFn: async ({ signal }) => {
      const [hold, capture] = await Promise.all([holdOf(id), captureOf(id)]);
      const found = await Promise.all([
        orNothing(transferOf(hold, signal), []),
        orNothing(settling(hold, signal), []),
        orNothing(settling(capture, signal), []),
      ]);
      return found.flat().sort((one, other) => one.bookedAt.localeCompare(other.bookedAt));
    },
  });
}
