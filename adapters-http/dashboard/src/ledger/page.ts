import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'money',
  order: 34,
  path: '/ledger',
  label: 'ledger',
  icon: 'M12 4v16M5 8h14M5 8l-3 6h6zM19 8l-3 6h6zM8 20h8',
  grant: 'readLedger',
  Page: onDemand(() => import('./Ledger')),
};
