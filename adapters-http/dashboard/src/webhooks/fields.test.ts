import { expect, test } from 'vitest';
import { EMPTY, creationOf, faultsOf, fieldsOfValues, patchOf, typesOf, valuesOf } from './fields';

const BILLING = {
  ...EMPTY,
  name: 'Billing',
  url: 'https://billing.example.com/hooks',
  types: ['account.*', 'order.placed'],
};

test('a form without name, address and events cannot be sent', () => {
  expect(faultsOf(EMPTY)).toEqual({
    name: 'nameRequired',
    url: 'urlRequired',
    types: 'typesRequired',
  });
  expect(faultsOf({ ...BILLING, lanes: '65', after: 'now' })).toEqual({
    lanes: 'lanes',
    after: 'position',
  });
});

test('a new webhook leaves out what is not given', () => {
  expect(creationOf({ ...BILLING, name: ' Billing ' })).toEqual({
    name: 'Billing',
    url: 'https://billing.example.com/hooks',
    types: ['account.*', 'order.placed'],
    payload: 'thin',
    lanes: 16,
  });
  expect(creationOf({ ...BILLING, after: '0' })).toMatchObject({ after: 0 });
});

test('a patch names what was changed, and the order of events is no change', () => {
  expect(patchOf(BILLING, { ...BILLING, types: ['order.placed', 'account.*'] })).toEqual({});
  expect(patchOf({ ...BILLING, accountId: 'a' }, { ...BILLING, payload: 'full' })).toEqual({
    payload: 'full',
    accountId: null,
  });
});

test('a form survives the way through its values', () => {
  const fields = { ...BILLING, accountId: 'a', after: '7168' };
  expect(fieldsOfValues(valuesOf(fields))).toEqual(fields);
});

test('types are separated by commas, spaces or lines', () => {
  expect(typesOf(' account.opened,account.closed\nkey.* ')).toEqual([
    'account.opened',
    'account.closed',
    'key.*',
  ]);
});
