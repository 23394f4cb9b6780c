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
  /** The smallest width in pixels. */
  width: number;
  /** The whole text, where the cell may cut it off. */
  tooltip?: (account: Account) => string;
  cell: (account: Account, format: Format) => ReactNode;
}

function pairs(metadata: Account['metadata']): string {
  return Object.entries(metadata)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');
}

/** The columns beside the name, which is always there. */
export const COLUMNS: readonly Column[] = [
  {
    id: 'email',
    label: (t) => t.common.email,
    width: 180,
    cell: ({ email }) => email,
    tooltip: ({ email }) => email,
  },
  {
    id: 'status',
    width: 100,
    label: (t) => t.common.status,
    cell: ({ status }) => <StatusBadge status={status} />,
  },
  {
    id: 'views',
    width: 80,
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
    width: 150,
    label: (t) => t.common.created,
    sort: 'createdAt',
    cell: ({ createdAt }) => <When at={createdAt} />,
  },
  {
    id: 'updated',
    width: 150,
    label: (t) => t.common.updated,
    cell: ({ updatedAt }) => <When at={updatedAt} />,
  },
  {
    id: 'taxId',
    width: 170,
    label: (t) => t.accounts.taxId,
    cell: ({ taxId }) => (taxId ? `${taxId.country} ${taxId.value}` : ''),
  },
  {
    id: 'metadata',
    width: 200,
    label: (t) => t.accounts.metadata,
    cell: ({ metadata }) => pairs(metadata),
    tooltip: ({ metadata }) => pairs(metadata),
  },
  {
    id: 'id',
    label: (t) => t.common.id,
    width: 300,
    cell: ({ id }) => <code>{id}</code>,
    tooltip: ({ id }) => id,
  },
];

export const STANDARD_COLUMNS = 'email.status.views.created';

/** The columns that a list of ids names, in our order. */
export function columnsOf(ids: string): readonly Column[] {
  const chosen = ids.split('.');
  return COLUMNS.filter(({ id }) => chosen.includes(id));
}
