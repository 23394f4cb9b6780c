import type { MouseEvent } from 'react';
import type { Account } from '../api/model';
import { Icon } from '../parts/Icon';
import { useLanguage } from '../text/language';
import type { Column } from './columns';
import { nextSort } from './filters';

interface AccountTableProps {
  accounts: readonly Account[];
  columns: readonly Column[];
  sort: string;
  isStale: boolean;
  onSort: (sort: string) => void;
  onOpen: (id: string) => void;
}

/** The page of accounts. A click anywhere on a row opens it; the name is the button for the keyboard. */
export function AccountTable({
  accounts,
  columns,
  sort,
  isStale,
  onSort,
  onOpen,
}: AccountTableProps) {
  const { texts, format } = useLanguage();
  const openRow = (event: MouseEvent, id: string) => {
    const isSelecting = globalThis.getSelection()?.isCollapsed === false;
    if (!isSelecting && !(event.target as Element).closest('a, button')) {
      onOpen(id);
    }
  };
  return (
    <div className={isStale ? 'table-frame is-stale' : 'table-frame'}>
      <table className="table table-rows" aria-label={texts.accounts.label} aria-busy={isStale}>
        <thead>
          <tr>
            <Head label={texts.common.name} by="name" sort={sort} onSort={onSort} />
            {columns.map(({ id, label, sort: by, isNumber }) => (
              <Head
                key={id}
                label={label(texts)}
                by={by}
                sort={sort}
                onSort={onSort}
                className={isNumber ? 'number' : undefined}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id} onClick={(event) => openRow(event, account.id)}>
              <th scope="row">
                <button
                  type="button"
                  className="row-open"
                  aria-label={texts.accounts.details(account.name)}
                  onClick={() => onOpen(account.id)}
                >
                  {account.name}
                </button>
              </th>
              {columns.map(({ id, label, cell, isNumber }) => (
                <td key={id} data-label={label(texts)} className={isNumber ? 'number' : undefined}>
                  {cell(account, format)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const UP = 'M12 19V6M6 11l6-6 6 6';
const DOWN = 'M12 5v13M6 13l6 6 6-6';

interface HeadProps {
  label: string;
  by: 'name' | 'createdAt' | 'views' | undefined;
  sort: string;
  onSort: (sort: string) => void;
  className?: string | undefined;
}

function Head({ label, by, sort, onSort, className }: HeadProps) {
  const { accounts } = useLanguage().texts;
  if (!by) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const isUp = sort === by;
  const isDown = sort === `-${by}`;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}
    >
      <button
        type="button"
        className="sort"
        aria-label={accounts.sortBy(label)}
        onClick={() => onSort(nextSort(sort, by))}
      >
        {label}
        <span className={isUp || isDown ? 'sort-mark is-on' : 'sort-mark'}>
          <Icon path={isUp ? UP : DOWN} size={13} />
        </span>
      </button>
    </th>
  );
}
