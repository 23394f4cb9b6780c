import { Checkbox } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { useTexts } from '../text/language';
import { Icon } from './Icon';

const UP = 'M12 19V5M6 11l6-6 6 6';
const DOWN = 'M12 5v14M6 13l6 6 6-6';

export interface TableColumn<T> {
  id: string;
  label: string;
  /** The smallest width in pixels; wider tables give each column its share. */
  width: number;
  isNumber?: boolean;
  cell: (row: T) => ReactNode;
  /** The whole text of a cell that may be cut off. */
  tooltip?: (row: T) => string | undefined;
  /** The order that a click on the head asks for, and the order by this column now. */
  sort?: { next: string; order: 'ascending' | 'descending' | 'none' };
}

export interface Selection {
  ids: ReadonlySet<string>;
  onChange: (ids: ReadonlySet<string>) => void;
  label: (name: string) => string;
  allLabel: string;
}

interface DataTableProps<T> {
  label: string;
  rows: readonly T[];
  idOf: (row: T) => string;
  /** The first column, which names the row; it stays in sight. */
  name: TableColumn<T>;
  /** The plain text of the name, for the labels of controls. */
  nameOf: (row: T) => string;
  columns: readonly TableColumn<T>[];
  /** Buttons or a menu at the end of each row; they stay in sight. */
  actions?: (row: T) => ReactNode;
  selection?: Selection | undefined;
  isStale?: boolean;
  currentId?: string;
  onSort?: (sort: string) => void;
  /** What a click anywhere on a row does. */
  onOpen?: (row: T) => void;
}

const SELECTION_WIDTH = 40;
const ACTIONS_WIDTH = 64;

/** The one table: fixed columns, a head that stays, cut-off texts with a tooltip, cards on phones. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, rows, idOf, name, columns, actions, selection, isStale = false, onOpen } = props;
  const { common } = useTexts();
  const all = [name, ...columns];
  const width =
    all.reduce((sum, column) => sum + column.width, 0) +
    (selection ? SELECTION_WIDTH : 0) +
    (actions ? ACTIONS_WIDTH : 0);
  const openRow = (event: MouseEvent, row: T) => {
    const isSelecting = globalThis.getSelection()?.isCollapsed === false;
    const isControl = (event.target as Element).closest('a, button, input, label, [role=menu]');
    if (onOpen && !isSelecting && !isControl) {
      onOpen(row);
    }
  };
  return (
    <div
      className={isStale ? 'table-frame is-stale' : 'table-frame'}
      // A region that scrolls has to be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table
        className={onOpen ? 'table data-table table-rows' : 'table data-table'}
        aria-label={label}
        aria-busy={isStale}
        style={{ minWidth: width }}
      >
        <colgroup>
          {selection && <col style={{ width: SELECTION_WIDTH }} />}
          {all.map((column) => (
            <col key={column.id} style={{ width: `${(100 * column.width) / width}%` }} />
          ))}
          {actions && <col style={{ width: ACTIONS_WIDTH }} />}
        </colgroup>
        <thead>
          <tr>
            {selection && (
              <td className="select-cell">
                <SelectAll rows={rows} idOf={idOf} selection={selection} />
              </td>
            )}
            {all.map((column) => (
              <Head key={column.id} column={column} onSort={props.onSort} />
            ))}
            {actions && <th scope="col" className="actions-cell" aria-label={common.actions} />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            // The link and the buttons in the row do the same by keyboard.
            <tr
              key={idOf(row)}
              className={idOf(row) === props.currentId ? 'is-current' : undefined}
              onClick={(event) => openRow(event, row)}
            >
              <Cells {...props} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells<T>(props: DataTableProps<T> & { row: T }) {
  const { row, idOf, name, nameOf, columns, actions, selection } = props;
  const id = idOf(row);
  const toggle = () => {
    const ids = new Set(selection?.ids);
    if (!ids.delete(id)) {
      ids.add(id);
    }
    selection?.onChange(ids);
  };
  return (
    <>
      {selection && (
        <td className="select-cell">
          <Checkbox
            size="xs"
            aria-label={selection.label(nameOf(row))}
            checked={selection.ids.has(id)}
            onChange={toggle}
          />
        </td>
      )}
      <th scope="row" title={name.tooltip?.(row) ?? nameOf(row)}>
        <div className="cell">{name.cell(row)}</div>
      </th>
      {columns.map((column) => (
        <td
          key={column.id}
          data-label={column.label}
          className={column.isNumber ? 'number' : undefined}
          title={column.tooltip?.(row)}
        >
          <div className="cell">{column.cell(row)}</div>
        </td>
      ))}
      {actions && <td className="actions-cell">{actions(row)}</td>}
    </>
  );
}

function SelectAll<T>({
  rows,
  idOf,
  selection,
}: {
  rows: readonly T[];
  idOf: (row: T) => string;
  selection: Selection;
}) {
  const isAll = rows.length > 0 && rows.every((row) => selection.ids.has(idOf(row)));
  return (
    <Checkbox
      size="xs"
      aria-label={selection.allLabel}
      checked={isAll}
      indeterminate={!isAll && selection.ids.size > 0}
      onChange={() => selection.onChange(isAll ? new Set() : new Set(rows.map(idOf)))}
    />
  );
}

function Head<T>({
  column: { label, isNumber, sort },
  onSort,
}: {
  column: TableColumn<T>;
  onSort: ((sort: string) => void) | undefined;
}) {
  const { common } = useTexts();
  const className = isNumber ? 'number' : undefined;
  if (!sort || !onSort) {
    return (
      <th scope="col" className={className} title={label}>
        <div className="cell">{label}</div>
      </th>
    );
  }
  const isOn = sort.order !== 'none';
  return (
    <th scope="col" className={className} aria-sort={sort.order}>
      <button
        type="button"
        className="sort"
        aria-label={common.sortBy(label)}
        onClick={() => onSort(sort.next)}
      >
        {label}
        <span className={isOn ? 'sort-mark is-on' : 'sort-mark'}>
          <Icon path={sort.order === 'ascending' ? UP : DOWN} size={13} />
        </span>
      </button>
    </th>
  );
}
