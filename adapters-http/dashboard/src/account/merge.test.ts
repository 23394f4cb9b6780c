import { expect, test } from 'vitest';
import { overlapsOf, rebased } from '../state/changes';
import { profileOfValues, valuesOf } from './merge';
import { pairsOf } from './metadata';
import type { Profile } from './profile';

const BASE: Profile = {
  name: 'Ana',
  email: 'ana@example.com',
  country: 'BR',
  taxValue: '52998224725',
  metadata: pairsOf({ segment: 'retail', tier: 'gold' }),
};

const merged = (current: Profile, mine: Profile) =>
  profileOfValues(rebased(valuesOf(BASE), valuesOf(current), valuesOf(mine)));

const overlaps = (current: Profile, mine: Profile) =>
  overlapsOf(valuesOf(BASE), valuesOf(current), valuesOf(mine));

test('a profile has the values that it was made of', () => {
  const { metadata, ...texts } = profileOfValues(valuesOf(BASE));
  expect({ ...BASE, metadata: [] }).toEqual({ ...texts, metadata: [] });
  expect(metadata.map(({ key, value }) => [key, value])).toEqual([
    ['segment', 'retail'],
    ['tier', 'gold'],
  ]);
});

test('changes of different values are merged without asking', () => {
  const current = {
    ...BASE,
    name: 'Ana Lima',
    metadata: pairsOf({ segment: 'retail', tier: 'silver' }),
  };
  const mine = {
    ...BASE,
    email: 'lima@example.com',
    metadata: pairsOf({ segment: 'b2b', tier: 'gold' }),
  };
  expect(overlaps(current, mine)).toEqual([]);
  const { name, email, metadata } = merged(current, mine);
  expect([name, email]).toEqual(['Ana Lima', 'lima@example.com']);
  expect(metadata.map(({ key, value }) => [key, value])).toEqual([
    ['segment', 'b2b'],
    ['tier', 'silver'],
  ]);
});

test('a conflict lists each key whose values differ, and no other key', () => {
  const current = { ...BASE, name: 'Same', metadata: pairsOf({ tier: 'silver' }) };
  const mine = { ...BASE, name: 'Same', metadata: pairsOf({ segment: 'b2b', tier: 'bronze' }) };
  expect(overlaps(current, mine)).toEqual([
    { part: 'metadata.segment', current: undefined, mine: 'b2b' },
    { part: 'metadata.tier', current: 'silver', mine: 'bronze' },
  ]);
});

test('what I removed stays removed', () => {
  const mine = { ...BASE, name: 'Mine', country: '', taxValue: '', metadata: [] };
  expect(merged({ ...BASE, name: 'Theirs' }, mine)).toEqual({
    name: 'Mine',
    email: 'ana@example.com',
    country: '',
    taxValue: '',
    metadata: [],
  });
});

test('a key named __proto__ is merged like any other', () => {
  const own = JSON.parse('{"__proto__": "x"}') as Record<string, string>;
  const { metadata } = merged(BASE, { ...BASE, metadata: pairsOf(own) });
  expect(metadata.map(({ key }) => key)).toEqual(['__proto__']);
});
