import { expect, test } from 'vitest';
import type { OrderLine, OrderShipment } from '../api/model';
import { cancellable, linesOf, packable, returnable } from './quantities';

function line(more: Partial<OrderLine>): OrderLine {
  return {
    line: 1,
    productId: 'p',
    sku: 'TEA-1',
    title: 'Tea',
    quantity: '10',
    unitPrice: '1.00',
    shipped: '0',
    returned: '0',
    cancelled: '0',
    ...more,
  };
}

const shipment = (status: OrderShipment['status'], quantity: string): OrderShipment => ({
  id: status,
  status,
  lines: [{ line: 1, quantity }],
});

test('what is packed or shipped is not packed again, what was lost is', () => {
  const tea = line({ shipped: '3', cancelled: '1' });
  const shipments = [shipment('packed', '2'), shipment('shipped', '3'), shipment('lost', '1')];
  const order = { lines: [tea], shipments };
  expect(packable(order, tea)).toBe('4');
  expect(cancellable(order, tea)).toBe('3');
});

test('a lost unit that was paid back is not packed again', () => {
  const tea = line({ returned: '1' });
  const order = { lines: [tea], shipments: [shipment('lost', '1')] };
  expect(packable(order, tea)).toBe('9');
  expect(returnable(order, tea)).toBe('0');
});

test('what left and did not come back can be returned', () => {
  const tea = line({ shipped: '3', returned: '1' });
  const order = { lines: [tea], shipments: [shipment('delivered', '3'), shipment('lost', '2')] };
  expect(returnable(order, tea)).toBe('4');
});

test('lines without a quantity are left out, and too much is refused', () => {
  expect(linesOf({ 1: '2', 2: '', 3: '0' }, { 1: '2', 2: '5', 3: '1' })).toEqual([
    { line: 1, quantity: '2' },
  ]);
  expect(linesOf({ 1: '3' }, { 1: '2' })).toBeUndefined();
  expect(linesOf({ 1: 'x' }, { 1: '2' })).toBeUndefined();
});
