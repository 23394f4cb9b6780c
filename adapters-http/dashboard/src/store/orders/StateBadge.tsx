import { useTexts } from '../text/language';
import type { OrderState } from './state';

const COLOURS: Record<OrderState, 'good' | 'warn' | 'plain' | 'accent'> = {
  held: 'warn',
  paid: 'accent',
  packed: 'accent',
  partial: 'accent',
  shipped: 'accent',
  delivered: 'good',
  returned: 'plain',
  expired: 'plain',
  customer: 'plain',
  operations: 'plain',
};

/** Where an order stands, in words and a colour. */
export function StateBadge({ state }: { state: OrderState }) {
  const { orders } = useTexts();
  return <span className={`badge badge-${COLOURS[state]}`}>{orders.state[state]}</span>;
}
