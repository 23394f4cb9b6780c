import { Link } from 'wouter';
import type { Order } from '../api/model';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { Money } from '../parts/Money';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { OrderState } from './OrderState';

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
      width: 96,
      cell: ({ status }) => <OrderState status={status} />,
    },
    {
      id: 'total',
      label: words.total,
      width: 112,
      isNumber: true,
      cell: ({ total, currency }) => <Money amount={total} asset={currency} />,
    },
    {
      id: 'payment',
      label: words.payment,
      width: 96,
      cell: ({ payment }) => words.payments[payment],
    },
    {
      id: 'fulfilment',
      label: words.fulfilment,
      width: 112,
      cell: ({ fulfilment }) => words.fulfilments[fulfilment],
    },
    {
      id: 'account',
      label: events.account,
      width: 98,
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
      width: 164,
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
        width: 110,
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
