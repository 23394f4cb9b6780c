import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'clients',
  order: 20,
  path: '/accounts',
  label: 'accounts',
  icon: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 9v-1a6 6 0 0 1 6-6h2a6 6 0 0 1 6 6v1M16 3.5a4 4 0 0 1 0 7.2M18.5 13.6A6 6 0 0 1 22 19v1',
  grant: 'listAccounts',
  Page: onDemand(() => import('./Accounts')),
};
