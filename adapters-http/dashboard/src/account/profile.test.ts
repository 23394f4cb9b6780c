import { expect, test } from 'vitest';
import type { Account } from '../api/model';
import { faultsOfPairs, withNewPair, type Pair } from './metadata';
import { EMPTY, amendmentOf, openingOf, profileOf, type Profile } from './profile';

const HOSTILE =
  '{"a=b":"v","__proto__":"pp"," k":"w","k ":"","constructor":"c","7":"7","a":"b = w","ключ":"é"}';
const ADA: Account = {
  id: '0199f3b2-7c00-7000-8000-000000000001',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  emailVerified: true,
  taxId: { country: 'BR', value: '52998224725' },
  status: 'active',
  metadata: JSON.parse(HOSTILE) as Record<string, string>,
  createdAt: '2026-11-20T12:00:00.123456Z',
  updatedAt: '2026-11-20T12:00:00.123456Z',
};
const KEYS = Object.keys(ADA.metadata);
const before = profileOf(ADA);
const sent = (after: Profile) => JSON.stringify(amendmentOf(before, after));
const without = (key: string) => before.metadata.filter((pair) => pair.key !== key);
const withValue = (key: string, value: string): Pair[] =>
  before.metadata.map((pair) => (pair.key === key ? { ...pair, value } : pair));

test('an untouched form changes nothing', () => {
  expect(KEYS).toContain('__proto__');
  expect(sent(before)).toBe('{}');
  expect(amendmentOf(before, profileOf(ADA))).toEqual({});
});

test('only what was changed is sent', () => {
  expect(amendmentOf(before, { ...before, name: 'Ada King ' })).toEqual({ name: 'Ada King' });
});

test.each(KEYS)('a changed value sends exactly the key %j', (key) => {
  expect(sent({ ...before, metadata: withValue(key, ' new = ') })).toBe(
    `{"metadata":{${JSON.stringify(key)}:" new = "}}`,
  );
});

test.each(KEYS)('a removed pair is null for exactly the key %j', (key) => {
  expect(sent({ ...before, metadata: without(key) })).toBe(
    `{"metadata":{${JSON.stringify(key)}:null}}`,
  );
});

test('a renamed key removes the old one and sets the new one', () => {
  const metadata = before.metadata.map((pair) =>
    pair.key === 'a=b' ? { ...pair, key: 'a' } : pair,
  );
  const renamed = metadata.filter((pair) => !(pair.key === 'a' && pair.value === 'b = w'));
  expect(JSON.parse(sent({ ...before, metadata: renamed }))).toEqual({
    metadata: { 'a=b': null, a: 'v' },
  });
});

test('an emptied value is an empty text, and an unused pair is none', () => {
  const metadata = withNewPair(withValue('a=b', ''));
  expect(sent({ ...before, metadata })).toBe('{"metadata":{"a=b":""}}');
});

test('an emptied tax id is removed', () => {
  expect(amendmentOf(before, { ...before, country: '', taxValue: '' })).toEqual({ taxId: null });
});

test('a new account has no empty parts, and its metadata as they were typed', () => {
  const profile = { ...EMPTY, name: ' Ada ', email: 'ada@example.com' };
  expect(openingOf(profile)).toEqual({ name: 'Ada', email: 'ada@example.com' });
  const opening = openingOf({ ...profile, metadata: before.metadata });
  expect(JSON.stringify(opening.metadata)).toBe(JSON.stringify(ADA.metadata));
});

test('a pair without a key, or with the key of another, is at fault', () => {
  expect(faultsOfPairs(before.metadata).size).toBe(0);
  const pairs = [
    { id: 0, key: '', value: '' },
    { id: 1, key: '', value: 'v' },
    { id: 2, key: 'é', value: '1' },
    { id: 3, key: 'e\u0301', value: '2' },
    { id: 4, key: 'É', value: '3' },
  ];
  expect([...faultsOfPairs(pairs)]).toEqual([
    [1, 'keyRequired'],
    [3, 'keyTwice'],
  ]);
});
