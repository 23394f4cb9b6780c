import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'commerce',
  order: 40,
  path: '/products',
  label: 'products',
  icon: 'M3 7l9-4 9 4v10l-9 4-9-4zM3 7l9 4 9-4M12 11v10',
  grant: 'readProducts',
  Page: onDemand(() => import('./Products')),
};
