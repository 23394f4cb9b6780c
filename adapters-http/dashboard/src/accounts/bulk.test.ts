import { expect, test } from 'vitest';
import type { Account } from '../api/model';
import { changedBy, rowsOf } from './bulk';

function account(id: string, status: Account['status']): Account {
  const at = '2026-11-20T12:00:00Z';
  return {
    id,
    name: `Name ${id}`,
    email: `${id}@example.com`,
    emailVerified: false,
    status,
    metadata: { tier: 'gold' },
    createdAt: at,
    updatedAt: at,
  };
}

const ALL = [account('a', 'active'), account('s', 'suspended'), account('c', 'closed')];

test('an action is for the accounts that it changes', () => {
  const ids = (action: Parameters<typeof changedBy>[0]) => changedBy(action, ALL).map((a) => a.id);
  expect(ids('suspend')).toEqual(['a']);
  expect(ids('reactivate')).toEqual(['s']);
  expect(ids('close')).toEqual(['a', 's']);
});

test('selected accounts are rows under the header of an import', () => {
  const taxed = { ...account('a', 'active'), taxId: { country: 'BR', value: '52998224725' } };
  expect(rowsOf([taxed])).toEqual([
    ['id', 'name', 'email', 'taxIdCountry', 'taxIdValue', 'status', 'metadata'],
    ['a', 'Name a', 'a@example.com', 'BR', '52998224725', 'active', '{"tier":"gold"}'],
  ]);
});
