import type { Order } from '../api/model';
import { useTexts } from '../text/language';

const COLOURS = { open: 'suspended', completed: 'active', cancelled: 'closed' } as const;

/** Where the order stands as a whole. */
export function OrderState({ status }: { status: Order['status'] }) {
  const { orders: words } = useTexts();
  return <span className={`badge badge-${COLOURS[status]}`}>{words.status[status]}</span>;
}
