import type { ComponentType } from 'react';
import type { Grant } from '../state/roles';
import type { Texts } from '../text/en';
import { onDemand } from './onDemand';

interface PageEntry {
  path: string;
  label: keyof Texts['nav'];
  icon: string;
  grant: Grant;
  Page: ComponentType;
}

/** The pages, in the order of the menu. Each is loaded when it is first opened. */
export const PAGES: readonly PageEntry[] = [
  {
    path: '/',
    label: 'overview',
    icon: 'M3 13h7V3H3zm0 8h7v-5H3zm11 0h7V11h-7zm0-18v5h7V3z',
    grant: 'listAccounts',
    Page: onDemand(() => import('../overview/Overview')),
  },
  {
    path: '/accounts',
    label: 'accounts',
    icon: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 9v-1a6 6 0 0 1 6-6h2a6 6 0 0 1 6 6v1M16 3.5a4 4 0 0 1 0 7.2M18.5 13.6A6 6 0 0 1 22 19v1',
    grant: 'listAccounts',
    Page: onDemand(() => import('../accounts/Accounts')),
  },
  {
    path: '/operators',
    label: 'operators',
    icon: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 9a8 8 0 0 1 16 0',
    grant: 'readOperators',
    Page: onDemand(() => import('../operators/Operators')),
  },
  {
    path: '/api-keys',
    label: 'apiKeys',
    icon: 'M8 19a5 5 0 1 1 4.6-7H21v4h-3v3h-3v-3h-2.4A5 5 0 0 1 8 19zm0-5h.01',
    grant: 'readOperators',
    Page: onDemand(() => import('../api-keys/ApiKeys')),
  },
  {
    path: '/audit',
    label: 'audit',
    icon: 'M12 3l8 3v6c0 5-3.4 8.2-8 9-4.6-.8-8-4-8-9V6zm-3.5 9l2.5 2.5L16 9.5',
    grant: 'readAudit',
    Page: onDemand(() => import('../audit/Audit')),
  },
  {
    path: '/operations',
    label: 'operations',
    icon: 'M3 12h4l3-8 4 16 3-8h4',
    grant: 'listAccounts',
    Page: onDemand(() => import('../operations/Operations')),
  },
];
