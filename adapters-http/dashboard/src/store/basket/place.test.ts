import { expect, test } from 'vitest';
import { json, serverThat } from '../../test/server';
import type { Basket } from './basket';

const BASKET: Basket = {
  orderId: '0199f3b2-7c00-7000-8000-000000000031',
  currency: 'USD',
  lines: [
    { productId: 'tea', title: 'Tea', quantity: '2', unitPrice: '12.50' },
    { productId: 'oil', title: 'Oil', quantity: '1', unitPrice: '9.00' },
  ],
};
const problem = (status: number, type: string, more = {}) =>
  json(status, { type: `/problems/${type}`, title: type, status, detail: type, ...more });
const open = () => import('./place');

test('an order names its id, and each price that the customer saw', async () => {
  const asked = serverThat(() => json(201, { id: BASKET.orderId }));
  const { place } = await open();
  expect(await place(BASKET, '', true)).toMatchObject({ kind: 'placed' });
  expect(asked[0]).toMatchObject({
    method: 'PUT',
    path: `/store/v1/me/orders/${BASKET.orderId}`,
  });
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
    currency: 'USD',
    lines: [
      { productId: 'tea', quantity: '2', unitPrice: '12.50' },
      { productId: 'oil', quantity: '1', unitPrice: '9.00' },
    ],
    pay: true,
  });
});

test('a changed price is told beside the one that was seen, and taken for the next attempt', async () => {
  const lines = [{ productId: 'tea', unitPrice: '13.00' }];
  serverThat(() => problem(409, 'price-changed', { lines }));
  const { nextTry, place } = await open();
  const end = await place(BASKET, '', false);
  expect(end).toEqual({
    kind: 'prices',
    changes: [{ line: BASKET.lines[0], unitPrice: '13.00' }],
  });
  expect(nextTry(BASKET, end)).toEqual({
    ...BASKET,
    lines: [{ ...BASKET.lines[0], unitPrice: '13.00' }, BASKET.lines[1]],
  });
});

test('a product that is short is named', async () => {
  serverThat(() => problem(409, 'out-of-stock', { pointers: ['#/lines/1'] }));
  const { nextTry, place } = await open();
  const end = await place(BASKET, '', false);
  expect(end).toEqual({ kind: 'lines', type: 'out-of-stock', lines: [BASKET.lines[1]] });
  expect(nextTry(BASKET, end)).toBe(BASKET);
});

test('an id that an earlier attempt has used is replaced', async () => {
  serverThat(() => problem(409, 'order-differs'));
  const { nextTry, place } = await open();
  const next = nextTry(BASKET, await place(BASKET, '', false));
  expect(next.orderId).not.toBe(BASKET.orderId);
  expect(next.lines).toBe(BASKET.lines);
});

test('a balance that is too small keeps the basket as it is', async () => {
  serverThat(() => problem(422, 'insufficient-balance'));
  const { nextTry, place } = await open();
  const end = await place(BASKET, 'A street', false);
  expect(end).toMatchObject({ kind: 'refused', refused: { type: 'insufficient-balance' } });
  expect(nextTry(BASKET, end)).toBe(BASKET);
});
