import { expect, test } from 'vitest';
import type { Event } from '../api/model';
import { json, serverThat } from '../test/server';

function event(position: number, more: Partial<Event> = {}): Event {
  return {
    position,
    id: `0199f3b2-7c00-7000-8000-${String(position).padStart(12, '0')}`,
    type: 'account.opened',
    at: '2026-11-20T12:00:00Z',
    subject: { kind: 'account', id: 'a' },
    version: 1,
    changed: [],
    ...more,
  };
}

const ALL = { types: '', accountId: '' };
const BLOCK = 1_024;

/** A feed of these positions, two events a page. Returns how often a page was asked for. */
function feedOf(positions: readonly number[], end: number, first = 0): () => number {
  const asked = serverThat(({ path }) => {
    const after = new URL(path, location.href).searchParams.get('after');
    if (after === 'end') {
      return json(200, { data: [], nextCursor: String(end) });
    }
    if (after !== null && Number(after) < first) {
      return json(410, { type: '/problems/events-gone', title: '', status: 410, detail: '' });
    }
    const found = positions.filter((position) => position > Number(after ?? 0)).slice(0, 2);
    const data = found.map((position) => event(position));
    return json(200, { data, nextCursor: String(found.at(-1) ?? end) });
  });
  return () => asked.length;
}

test('the newest range is read forward and shown backwards', async () => {
  const [old, ...later] = [5 * BLOCK, 400 * BLOCK, 500 * BLOCK, 500 * BLOCK + 1];
  feedOf([old, ...later] as number[], 500 * BLOCK + 1);
  const { eventsBefore } = await import('./recent');
  const newest = await eventsBefore(ALL);
  expect(newest.events.map(({ position }) => position)).toEqual([...later].reverse());
  const older = await eventsBefore(ALL, newest.before);
  expect(older.events.map(({ position }) => position)).toEqual([old]);
  expect(older.before).toBe(0);
});

test('a range with too many events is read in smaller parts', async () => {
  const positions = Array.from({ length: 200 }, (_, i) => (i + 1) * BLOCK);
  const asked = feedOf(positions, 200 * BLOCK);
  const { eventsBefore } = await import('./recent');
  const newest = await eventsBefore(ALL);
  expect(newest.events[0]?.position).toBe(200 * BLOCK);
  expect(newest.events).toHaveLength(16);
  expect(asked()).toBeLessThan(50);
});

test('where older events are removed the oldest kept ones are the end', async () => {
  feedOf([450 * BLOCK], 500 * BLOCK, 440 * BLOCK);
  const { eventsBefore } = await import('./recent');
  const newest = await eventsBefore(ALL);
  expect(newest.events.map(({ position }) => position)).toEqual([450 * BLOCK]);
  expect(newest.before).toBe(0);
});

test('a live event is shown where the filters select it', async () => {
  const { selects } = await import('./recent');
  const opened = event(1, { accountId: 'a' });
  expect(selects({ types: '', accountId: '' }, opened)).toBe(true);
  expect(selects({ types: 'account.*', accountId: 'a' }, opened)).toBe(true);
  expect(selects({ types: 'operator.*,account.opened', accountId: '' }, opened)).toBe(true);
  expect(selects({ types: 'operator.*', accountId: '' }, opened)).toBe(false);
  expect(selects({ types: 'account.*', accountId: 'b' }, opened)).toBe(false);
});
