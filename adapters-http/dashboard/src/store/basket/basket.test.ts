import { expect, test } from 'vitest';
import { lineTotal, totalOf, withChange, without, withLine, type Basket } from './basket';

const EMPTY: Basket = { orderId: 'o', currency: 'USD', lines: [] };
const TEA = { productId: 'tea', title: 'Tea', quantity: '2', unitPrice: '12.50' };
const OIL = { productId: 'oil', title: 'Oil', quantity: '0.333', unitPrice: '10.00' };

test('more of a product is one line, at the price that was seen last', () => {
  const basket = withLine(withLine(EMPTY, TEA), { ...TEA, quantity: '1.5', unitPrice: '13.00' });
  expect(basket.lines).toEqual([{ ...TEA, quantity: '3.5', unitPrice: '13.00' }]);
});

test('a line is rounded half up to the decimals of the currency', () => {
  expect(lineTotal(OIL)).toBe('3.33');
  expect(lineTotal({ ...OIL, quantity: '0.3335' })).toBe('3.34');
  expect(lineTotal({ ...TEA, quantity: '3', unitPrice: '7' })).toBe('21');
});

test('the total is the sum of rounded lines', () => {
  const basket = withLine(withLine(EMPTY, TEA), OIL);
  expect(totalOf(basket)).toBe('28.33');
  expect(totalOf(without(basket, 'oil'))).toBe('25.00');
  expect(totalOf(withChange(basket, 'tea', { quantity: '1' }))).toBe('15.83');
});
