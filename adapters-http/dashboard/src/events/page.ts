import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'developers',
  order: 50,
  path: '/events',
  label: 'events',
  icon: 'M3 12h4l3-8 4 16 3-8h4',
  grant: 'readEvents',
  Page: onDemand(() => import('./Events')),
};
