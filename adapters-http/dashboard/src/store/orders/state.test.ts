import { expect, test } from 'vitest';
import type { Order } from '../api';
import { isCancellable, stateOf, stepsDone } from './state';

const HELD = { status: 'open', payment: 'held', fulfilment: 'none' } as const;
const PAID = { ...HELD, payment: 'captured' } as const;
const shipment = (status: Order['shipments'][number]['status']) => ({
  id: '0199f3b2-7c00-7000-8000-000000000041',
  status,
  lines: [],
});

test('an order that is held waits, and may be cancelled', () => {
  expect(stateOf(HELD)).toBe('held');
  expect(isCancellable('held')).toBe(true);
});

test('a packed shipment ends the time in which the customer may cancel', () => {
  expect(stateOf(PAID)).toBe('paid');
  expect(isCancellable('paid')).toBe(true);
  expect(stateOf({ ...PAID, shipments: [shipment('packed')] })).toBe('packed');
  expect(isCancellable('packed')).toBe(false);
});

test('a shipment that came back is not packed', () => {
  expect(stateOf({ ...PAID, shipments: [shipment('returned')] })).toBe('paid');
});

test('a cancelled order tells by whom', () => {
  expect(stateOf({ ...HELD, status: 'cancelled', payment: 'released', cause: 'expired' })).toBe(
    'expired',
  );
  expect(stepsDone('expired')).toBeUndefined();
});

test('after payment the goods say where the order stands', () => {
  expect(stateOf({ ...PAID, fulfilment: 'shipped' })).toBe('shipped');
  expect(stateOf({ ...PAID, status: 'completed', fulfilment: 'delivered' })).toBe('delivered');
  expect(stepsDone('delivered')).toBe(4);
});
