import type { Transfer } from '../api/model';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { Money } from '../parts/Money';
import { When } from '../parts/When';
import { useTexts } from '../text/language';

interface TransferTableProps {
  transfers: readonly Transfer[];
  openId: string;
  onOpen: (id: string) => void;
}

/** The transfers of one page. A click opens one beside the list. */
export function TransferTable({ transfers, openId, onOpen }: TransferTableProps) {
  const { transfers: words, audit, common } = useTexts();
  const columns: TableColumn<Transfer>[] = [
    {
      id: 'amount',
      label: words.amount,
      width: 170,
      isNumber: true,
      cell: ({ legs: [first, ...others] }) =>
        first && (
          <>
            <Money amount={first.amount} asset={first.asset} />
            {others.length > 0 && <span className="faint"> {words.more(others.length)}</span>}
          </>
        ),
    },
    { id: 'reason', label: words.reason, width: 150, cell: ({ reason }) => reason },
    {
      id: 'outcome',
      label: common.status,
      width: 110,
      cell: ({ outcome }) => <Outcome outcome={outcome} />,
    },
    { id: 'at', label: audit.at, width: 160, cell: ({ bookedAt }) => <When at={bookedAt} /> },
  ];
  return (
    <DataTable
      label={words.title}
      rows={transfers}
      idOf={({ id }) => id}
      nameOf={({ kind }) => words.kinds[kind]}
      name={{
        id: 'kind',
        label: words.kind,
        width: 140,
        cell: ({ id, kind }) => (
          <button type="button" className="row-link link-button" onClick={() => onOpen(id)}>
            {words.kinds[kind]}
          </button>
        ),
      }}
      columns={columns}
      currentId={openId}
      onOpen={({ id }) => onOpen(id)}
    />
  );
}

/** Whether the transfer was booked. */
export function Outcome({ outcome }: { outcome: Transfer['outcome'] }) {
  const { transfers: words } = useTexts();
  return (
    <span className={`badge badge-${outcome === 'booked' ? 'active' : 'suspended'}`}>
      {words[outcome]}
    </span>
  );
}
