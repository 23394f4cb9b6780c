import { expect, test } from 'vitest';
import { merge, withoutOverlaps } from './merge';
import { pairsOf } from './metadata';
import type { Profile } from './profile';

const BASE: Profile = {
  name: 'Ana',
  email: 'ana@example.com',
  country: 'BR',
  taxValue: '52998224725',
  metadata: pairsOf({ segment: 'retail', tier: 'gold' }),
};

test('changes of different values are merged without asking', () => {
  const { merged, overlaps } = merge(
    BASE,
    { ...BASE, name: 'Ana Lima', metadata: pairsOf({ segment: 'retail', tier: 'silver' }) },
    { ...BASE, email: 'lima@example.com', metadata: pairsOf({ segment: 'b2b', tier: 'gold' }) },
  );
  expect(overlaps).toEqual([]);
  expect(merged.name).toBe('Ana Lima');
  expect(merged.email).toBe('lima@example.com');
  expect(merged.metadata.map(({ key, value }) => [key, value])).toEqual([
    ['segment', 'b2b'],
    ['tier', 'silver'],
  ]);
});

test('a conflict lists each key whose values differ, and no other key', () => {
  const current = { ...BASE, name: 'Same', metadata: pairsOf({ tier: 'silver' }) };
  const mine = { ...BASE, name: 'Same', metadata: pairsOf({ segment: 'b2b', tier: 'bronze' }) };
  const { overlaps } = merge(BASE, current, mine);
  expect(overlaps).toEqual([
    { part: 'metadata.segment', current: undefined, mine: 'b2b' },
    { part: 'metadata.tier', current: 'silver', mine: 'bronze' },
  ]);
});

test('what I removed stays removed, and a discarded overlap leaves my other changes', () => {
  const current = { ...BASE, name: 'Theirs' };
  const mine = { ...BASE, name: 'Mine', country: '', taxValue: '', metadata: [] };
  expect(merge(BASE, current, mine).merged).toMatchObject({ name: 'Mine', metadata: [] });
  expect(withoutOverlaps(BASE, current, mine)).toMatchObject({
    name: 'Theirs',
    country: '',
    taxValue: '',
    metadata: [],
  });
});

test('a key named __proto__ is merged like any other', () => {
  const own = JSON.parse('{"__proto__": "x"}') as Record<string, string>;
  const { merged } = merge(BASE, BASE, { ...BASE, metadata: pairsOf(own) });
  expect(merged.metadata.map(({ key }) => key)).toEqual(['__proto__']);
});
