import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Event } from '../api/model';
import { onEvent } from '../live/stream';
import { eventsBefore, selects, type EventFilter } from './recent';

/** The most events that a page keeps of what arrived while it was open. */
const ARRIVED_MAX = 500;

/** The feed, the newest event first: what is stored, and above it what arrives. */
export function useEvents(filter: EventFilter) {
  const { types, accountId } = filter;
  const stored = useInfiniteQuery({
    queryKey: ['events', types, accountId],
    queryFn: ({ pageParam }) => eventsBefore({ types, accountId }, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ before }) => (before > 0 ? before : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [arrived, setArrived] = useState<readonly Event[]>([]);
  useEffect(
    () => onEvent((event) => setArrived((before) => [event, ...before].slice(0, ARRIVED_MAX))),
    [],
  );
  const old = stored.data?.pages.flatMap((page) => page.events) ?? [];
  const known = new Set(old.map(({ id }) => id));
  const fresh = arrived.filter((event) => !known.has(event.id) && selects(filter, event));
  return { stored, events: [...fresh, ...old] };
}
