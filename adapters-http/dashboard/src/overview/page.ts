import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'home',
  order: 10,
  path: '/',
  label: 'overview',
  icon: 'M3 13h7V3H3zm0 8h7v-5H3zm11 0h7V11h-7zm0-18v5h7V3z',
  grant: 'listAccounts',
  Page: onDemand(() => import('./Overview')),
};
