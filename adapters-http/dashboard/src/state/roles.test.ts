import { expect, test } from 'vitest';
import { may } from './roles';

test('an admin may all that is shown', () => {
  expect(may(['admin'], 'eraseAccounts')).toBe(true);
  expect(may(['admin'], 'readAudit')).toBe(true);
});

test('an operator changes accounts, and erases none', () => {
  expect(may(['operator'], 'changeAccounts')).toBe(true);
  expect(may(['operator'], 'eraseAccounts')).toBe(false);
  expect(may(['operator'], 'readAudit')).toBe(false);
});

test('an auditor reads all, and changes nothing', () => {
  expect(may(['auditor'], 'exportAccounts')).toBe(true);
  expect(may(['auditor'], 'readOperators')).toBe(true);
  expect(may(['auditor'], 'changeAccounts')).toBe(false);
});

test('roles add up, and an operator without roles sees nothing', () => {
  expect(may(['operator', 'auditor'], 'changeAccounts')).toBe(true);
  expect(may(['customer'], 'listAccounts')).toBe(false);
  expect(may([], 'listAccounts')).toBe(false);
});
