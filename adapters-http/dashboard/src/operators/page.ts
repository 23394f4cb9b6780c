import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'settings',
  order: 80,
  path: '/operators',
  label: 'operators',
  icon: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 9a8 8 0 0 1 16 0',
  grant: 'readOperators',
  Page: onDemand(() => import('./Operators')),
};
