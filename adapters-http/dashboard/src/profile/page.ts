import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'settings',
  order: 78,
  path: '/profile',
  label: 'profile',
  icon: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20a8 8 0 0 1 16 0',
  grant: 'listAccounts',
  Page: onDemand(() => import('./Profile')),
};
