import type { Order } from '../api';

/** Where an order stands, as its customer is told. */
export type OrderState =
  | 'held'
  | 'paid'
  | 'packed'
  | 'partial'
  | 'shipped'
  | 'delivered'
  | 'returned'
  | 'expired'
  | 'customer'
  | 'operations';

type Told = Pick<Order, 'status' | 'payment' | 'fulfilment' | 'cause'> &
  Partial<Pick<Order, 'shipments'>>;

/** A summary does not tell of shipments that are packed. */
export function stateOf(order: Told): OrderState {
  if (order.status === 'cancelled') {
    return order.cause ?? 'operations';
  }
  if (order.payment === 'held') {
    return 'held';
  }
  return order.fulfilment === 'none' ? (isPacked(order) ? 'packed' : 'paid') : order.fulfilment;
}

function isPacked({ shipments = [] }: Told): boolean {
  return shipments.some(({ status }) => status === 'packed');
}

/** Whether the customer may still cancel it. */
export const isCancellable = (state: OrderState): boolean => state === 'held' || state === 'paid';

export const STEPS = ['placed', 'paid', 'shipped', 'delivered'] as const;

/** How many of the steps an order has behind it; undefined where they say nothing. */
export function stepsDone(state: OrderState): number | undefined {
  switch (state) {
    case 'held':
      return 1;
    case 'paid':
    case 'packed':
    case 'partial':
      return 2;
    case 'shipped':
      return 3;
    case 'delivered':
      return STEPS.length;
    default:
      return undefined;
  }
}
