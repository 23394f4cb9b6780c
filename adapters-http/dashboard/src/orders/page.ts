import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'commerce',
  order: 42,
  path: '/orders',
  label: 'orders',
  icon: 'M6 2h12v20l-3-2-3 2-3-2-3 2zM9 7h6M9 11h6M9 15h4',
  grant: 'readOrders',
  Page: onDemand(() => import('./Orders')),
};
