import { expect, test } from 'vitest';
import type { AuditEntry } from '../api/model';
import { en } from '../text/en';
import { pt } from '../text/pt';
import { ACCOUNT, sentenceOf } from './sentence';

const NAMES: Record<string, string> = { 'operator:1': 'Marta', 'operator:2': 'João' };
const people = { nameOf: (reference: string) => NAMES[reference] ?? 'unknown' };

function entry(more: Partial<AuditEntry>): AuditEntry {
  const at = '2026-11-20T12:00:00Z';
  return { id: '0', at, actor: 'operator:1', action: '', changes: [], requestId: 'r', ...more };
}

test('an entry about an account names the actor, and leaves room for the account', () => {
  const suspended = entry({ action: 'account.suspended', accountId: 'a' });
  expect(sentenceOf(en, people, suspended)).toBe(`Marta suspended ${ACCOUNT}`);
  expect(sentenceOf(pt, people, suspended)).toBe(`Marta suspendeu ${ACCOUNT}`);
});

test('an entry about the team names both people', () => {
  const removed = entry({ action: 'operator.removed', subject: 'operator:2' });
  expect(sentenceOf(en, people, removed)).toBe('Marta removed João from the team');
});

test('refused sign-ins name the network', () => {
  const refused = entry({
    actor: 'anonymous',
    action: 'session.refused',
    subject: 'network:2001:db8::/64',
  });
  expect(sentenceOf(en, people, refused)).toBe('Failed sign-ins from 2001:db8::/64');
});

test('an action without a sentence is named', () => {
  expect(sentenceOf(en, people, entry({ action: 'order.placed' }))).toBe('Marta: Order placed');
  expect(sentenceOf(pt, people, entry({ action: 'transfer.posted' }))).toBe(
    'Marta: Transferência lançada',
  );
});

test('an action that the page does not know is shown as it is', () => {
  expect(sentenceOf(en, people, entry({ action: 'pocket.polished' }))).toBe(
    'Marta: pocket.polished',
  );
});
