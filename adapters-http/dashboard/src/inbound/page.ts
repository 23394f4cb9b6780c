import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'developers',
  order: 54,
  path: '/inbound',
  label: 'inbound',
  icon: 'M3 13h5l2 3h4l2-3h5M5 5h14l2 8v6H3v-6zM12 3v6M9 7l3 3 3-3',
  grant: 'replayMessages',
  Page: onDemand(() => import('./Inbound')),
};
