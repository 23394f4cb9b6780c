import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'money',
  order: 30,
  path: '/transfers',
  label: 'transfers',
  icon: 'M4 8h14l-4-4M20 16H6l4 4',
  grant: 'readLedger',
  Page: onDemand(() => import('./Transfers')),
};
