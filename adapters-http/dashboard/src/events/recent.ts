import { answer, api } from '../api/client';
import type { Event } from '../api/model';
import { Refused } from '../api/problem';

export interface EventFilter {
  types: string;
  accountId: string;
}

/** A part of the feed, the newest event first, and the position before which older events stand. */
export interface Range {
  events: readonly Event[];
  before: number;
}

/** The feed is read forward, so older events are read in ranges of blocks, of which each has this many positions. */
const BLOCK = 1_024;
const BLOCKS = 256;
const LIMIT = 200;
/** A range with more pages is read in smaller parts. */
const PAGES = 15;

const queryOf = ({ types, accountId }: EventFilter) => ({
  ...(types && { types }),
  ...(accountId && { accountId }),
});

async function end(): Promise<number> {
  const query = { after: 'end', limit: 1 };
  const { nextCursor } = await answer(api.GET('/v1/events', { params: { query } }));
  return Number(nextCursor);
}

type Start = number | undefined;

/** Reads the events after a position up to another; undefined if they are too many. Without a start, from the oldest on. */
async function eventsFrom(
  filter: EventFilter,
  from: Start,
  to: number,
  pages: number,
): Promise<Event[] | undefined> {
  const events: Event[] = [];
  let after = from;
  for (let read = 0; read < pages; read++) {
    const query = {
      ...queryOf(filter),
      limit: LIMIT,
      ...(after !== undefined && { after: String(after) }),
    };
    const page = await answer(api.GET('/v1/events', { params: { query } }));
    events.push(...page.data.filter(({ position }) => position <= to));
    const next = Number(page.nextCursor);
    if (next >= to || next === after) {
      return events;
    }
    after = next;
  }
  return undefined;
}

/** Events are removed when they are old: then the oldest that are kept are the rest. */
async function eventsOrRest(filter: EventFilter, from: number, to: number, pages: number) {
  try {
    return { found: await eventsFrom(filter, from, to, pages), before: from };
  } catch (refused) {
    if (refused instanceof Refused && refused.type === 'events-gone') {
      return { found: await eventsFrom(filter, undefined, to, pages), before: 0 };
    }
    throw refused;
  }
}

/** Reads the events of the range of positions before this one; the newest range without one. */
export async function eventsBefore(filter: EventFilter, newest?: number): Promise<Range> {
  const to = newest ?? (await end());
  for (let blocks = BLOCKS; ; blocks = Math.max(1, Math.floor(blocks / 4))) {
    const from = Math.max(0, to - blocks * BLOCK);
    const pages = blocks > 1 ? PAGES : Number.POSITIVE_INFINITY;
    const { found, before } = await eventsOrRest(filter, from, to, pages);
    if (found) {
      return { events: found.reverse(), before };
    }
  }
}

/** Whether the filter selects the event. A type may end with `*`. */
export function selects({ types, accountId }: EventFilter, event: Event): boolean {
  const isOfType =
    types === '' ||
    types
      .split(',')
      .some((type) =>
        type.endsWith('*') ? event.type.startsWith(type.slice(0, -1)) : event.type === type,
      );
  return isOfType && (accountId === '' || event.accountId === accountId);
}
