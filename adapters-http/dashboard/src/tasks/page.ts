import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'developers',
  order: 56,
  path: '/tasks',
  label: 'tasks',
  icon: 'M9 6h12M9 12h12M9 18h12M3.5 6l1 1 2-2M3.5 12l1 1 2-2M3.5 18l1 1 2-2',
  grant: 'runTasks',
  Page: onDemand(() => import('./Tasks')),
};
