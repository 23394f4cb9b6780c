import { onDemand } from '../app/onDemand';
import type { PageEntry } from '../app/pages';

export const page: PageEntry = {
  group: 'developers',
  order: 52,
  path: '/webhooks',
  label: 'webhooks',
  icon: 'M9 17H5a4 4 0 1 1 3-6.6M12 7a4 4 0 1 1 7 2.6L16 14M15 17a3 3 0 1 0 3-3',
  grant: 'readWebhooks',
  Page: onDemand(() => import('./Webhooks')),
};
