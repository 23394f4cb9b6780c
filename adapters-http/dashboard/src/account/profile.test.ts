import { expect, test } from 'vitest';
import type { Account } from '../api/model';
import { EMPTY, amendmentOf, differences, metadataOf, openingOf, profileOf } from './profile';

const ADA: Account = {
  id: '0199f3b2-7c00-7000-8000-000000000001',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  taxId: { country: 'BR', value: '52998224725' },
  status: 'active',
  metadata: { segment: 'retail', tier: 'gold' },
  createdAt: '2026-11-20T12:00:00.123456Z',
  updatedAt: '2026-11-20T12:00:00.123456Z',
};
const before = profileOf(ADA);

test('a form that nobody touched changes nothing', () => {
  expect(amendmentOf(before, before)).toEqual({});
});

test('only what was changed is sent', () => {
  expect(amendmentOf(before, { ...before, name: 'Ada King ' })).toEqual({ name: 'Ada King' });
});

test('a pair that is gone is null, and its neighbours are left alone', () => {
  const after = { ...before, metadata: 'segment = retail\nregion = south' };
  expect(amendmentOf(before, after)).toEqual({ metadata: { tier: null, region: 'south' } });
});

test('an emptied tax id is removed', () => {
  expect(amendmentOf(before, { ...before, country: '', taxValue: '' })).toEqual({ taxId: null });
});

test('a new account has no empty parts', () => {
  const profile = { ...EMPTY, name: ' Ada ', email: 'ada@example.com' };
  expect(openingOf(profile)).toEqual({ name: 'Ada', email: 'ada@example.com' });
});

test('metadata that are no pairs, or twice the same, are refused', () => {
  expect(metadataOf('a = b = c\n\n d=')).toEqual({ a: 'b = c', d: '' });
  expect(metadataOf('a')).toBeUndefined();
  expect(metadataOf('= a')).toBeUndefined();
  expect(metadataOf('a = 1\na = 2')).toBeUndefined();
});

test('two versions differ where they differ', () => {
  expect(differences(before, { ...before, email: 'a@b.org' })).toEqual(['email']);
});
