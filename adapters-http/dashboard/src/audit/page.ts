import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'settings',
  order: 85,
  path: '/audit',
  label: 'audit',
  icon: 'M12 3l8 3v6c0 5-3.4 8.2-8 9-4.6-.8-8-4-8-9V6zm-3.5 9l2.5 2.5L16 9.5',
  grant: 'readAudit',
  Page: onDemand(() => import('./Audit')),
};
