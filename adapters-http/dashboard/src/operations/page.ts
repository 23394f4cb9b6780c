import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'settings',
  order: 90,
  path: '/operations',
  label: 'operations',
  icon: 'M3 12h4l3-8 4 16 3-8h4',
  grant: 'listAccounts',
  Page: onDemand(() => import('./Operations')),
};
