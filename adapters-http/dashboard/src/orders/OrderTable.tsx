import { Link } from 'wouter';
import type { Order } from '../api/model';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { Money } from '../parts/Money';
import { When } from '../parts/When';
import { useTexts } from '../text/language';

interface OrderTableProps {
  orders: readonly Order[];
  openId: string;
  onOpen: (id: string) => void;
}

/** The orders of one page. A click opens one beside the list. */
export function OrderTable({ orders, openId, onOpen }: OrderTableProps) {
  const { orders: words, events, common } = useTexts();
  const columns: TableColumn<Order>[] = [
    {
      id: 'status',
      label: common.status,
      width: 110,
      cell: ({ status }) => <OrderState status={status} />,
    },
    {
      id: 'total',
      label: words.total,
      width: 130,
      isNumber: true,
      cell: ({ total, currency }) => <Money amount={total} asset={currency} />,
    },
    {
      id: 'payment',
      label: words.payment,
      width: 110,
      cell: ({ payment }) => words.payments[payment],
    },
    {
      id: 'fulfilment',
      label: words.fulfilment,
      width: 120,
      cell: ({ fulfilment }) => words.fulfilments[fulfilment],
    },
    {
      id: 'account',
      label: events.account,
      width: 110,
      cell: ({ accountId }) => (
        <Link href={`/accounts/${accountId}`} className="text-link">
          …{accountId.slice(-8)}
        </Link>
      ),
      tooltip: ({ accountId }) => accountId,
    },
    {
      id: 'placed',
      label: words.placedAt,
      width: 150,
      cell: ({ placedAt }) => <When at={placedAt} />,
    },
  ];
  return (
    <DataTable
      label={words.title}
      rows={orders}
      idOf={({ id }) => id}
      nameOf={({ number }) => number}
      name={{
        id: 'number',
        label: words.number,
        width: 130,
        cell: ({ id, number }) => (
          <button type="button" className="row-link link-button" onClick={() => onOpen(id)}>
            <code>{number}</code>
          </button>
        ),
      }}
      columns={columns}
      currentId={openId}
      onOpen={({ id }) => onOpen(id)}
    />
  );
}

const COLOURS = { open: 'suspended', completed: 'active', cancelled: 'closed' } as const;

/** Where the order stands as a whole. */
export function OrderState({ status }: { status: Order['status'] }) {
  const { orders: words } = useTexts();
  return <span className={`badge badge-${COLOURS[status]}`}>{words.status[status]}</span>;
}
