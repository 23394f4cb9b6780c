import type { ReactNode } from 'react';
import type { Account } from '../api/model';
import { StatusBadge } from '../parts/Badge';
import { When } from '../parts/When';
import type { Texts } from '../text/en';
import type { Format } from '../text/format';

export interface Column {
  id: string;
  label: (texts: Texts) => string;
  sort?: 'createdAt' | 'views';
  isNumber?: boolean;
  cell: (account: Account, format: Format) => ReactNode;
}

/** The columns beside the name, which is always there. */
export const COLUMNS: readonly Column[] = [
  { id: 'email', label: (t) => t.common.email, cell: ({ email }) => email },
  {
    id: 'status',
    label: (t) => t.common.status,
    cell: ({ status }) => <StatusBadge status={status} />,
  },
  {
    id: 'views',
    label: (t) => t.accounts.views,
    sort: 'views',
    isNumber: true,
    cell: ({ views }, format) => (
      <span className={views?.degraded ? 'is-degraded' : undefined}>
        {views ? format.number(views.total) : '—'}
      </span>
    ),
  },
  {
    id: 'created',
    label: (t) => t.common.created,
    sort: 'createdAt',
    cell: ({ createdAt }) => <When at={createdAt} />,
  },
  {
    id: 'updated',
    label: (t) => t.common.updated,
    cell: ({ updatedAt }) => <When at={updatedAt} />,
  },
  {
    id: 'taxId',
    label: (t) => t.accounts.taxId,
    cell: ({ taxId }) => (taxId ? `${taxId.country} ${taxId.value}` : ''),
  },
  {
    id: 'metadata',
    label: (t) => t.accounts.metadata,
    cell: ({ metadata }) =>
      Object.entries(metadata)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', '),
  },
  { id: 'id', label: (t) => t.common.id, cell: ({ id }) => <code>{id}</code> },
];

export const STANDARD_COLUMNS = 'email.status.views.created';

/** The columns that a list of ids names, in our order. */
export function columnsOf(ids: string): readonly Column[] {
  const chosen = ids.split('.');
  return COLUMNS.filter(({ id }) => chosen.includes(id));
}
