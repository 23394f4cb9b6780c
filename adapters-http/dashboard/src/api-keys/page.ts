import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'developers',
  order: 60,
  path: '/api-keys',
  label: 'apiKeys',
  icon: 'M8 19a5 5 0 1 1 4.6-7H21v4h-3v3h-3v-3h-2.4A5 5 0 0 1 8 19zm0-5h.01',
  grant: 'readOperators',
  Page: onDemand(() => import('./ApiKeys')),
};
