import type { MouseEvent } from 'react';
import { Link } from 'wouter';
import type { Account } from '../api/model';
import { DataTable, type Selection, type TableColumn } from '../parts/DataTable';
import { useLanguage } from '../text/language';
import type { Column } from './columns';
import { nextSort } from './filters';

interface AccountTableProps {
  accounts: readonly Account[];
  columns: readonly Column[];
  sort: string;
  isStale: boolean;
  openId: string;
  selection: Selection | undefined;
  onSort: (sort: string) => void;
  onOpen: (id: string) => void;
}

/** A link is followed as it is with a modifier key, in a new tab for instance. */
function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}

/** The page of accounts. A click on a row opens it beside the list; its name is a link to its own page. */
export function AccountTable(props: AccountTableProps) {
  const { accounts, columns, sort, isStale, openId, selection, onSort, onOpen } = props;
  const { texts, format } = useLanguage();
  const sortOf = (by: 'name' | 'createdAt' | 'views') => ({
    next: nextSort(sort, by),
    order:
      sort === by
        ? ('ascending' as const)
        : sort === `-${by}`
          ? ('descending' as const)
          : ('none' as const),
  });
  const name: TableColumn<Account> = {
    id: 'name',
    label: texts.common.name,
    width: 200,
    sort: sortOf('name'),
    cell: (account) => (
      <Link
        href={`/accounts/${account.id}`}
        className="row-link"
        onClick={(event) => {
          if (isPlainClick(event)) {
            event.preventDefault();
            onOpen(account.id);
          }
        }}
      >
        {account.name}
      </Link>
    ),
  };
  return (
    <DataTable
      label={texts.accounts.label}
      rows={accounts}
      idOf={({ id }) => id}
      nameOf={(account) => account.name}
      name={name}
      columns={columns.map((column): TableColumn<Account> => ({
        id: column.id,
        label: column.label(texts),
        width: column.width,
        isNumber: column.isNumber ?? false,
        cell: (account) => column.cell(account, format),
        tooltip: (account) => column.tooltip?.(account),
        ...(column.sort && { sort: sortOf(column.sort) }),
      }))}
      selection={selection}
      isStale={isStale}
      currentId={openId}
      onSort={onSort}
      onOpen={({ id }) => onOpen(id)}
    />
  );
}
