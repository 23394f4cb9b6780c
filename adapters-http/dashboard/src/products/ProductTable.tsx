import type { Product } from '../api/model';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { Money } from '../parts/Money';
import { useNow, When } from '../parts/When';
import { useTexts } from '../text/language';
import { currentPrices } from './priceState';

interface ProductTableProps {
  products: readonly Product[];
  sort: string;
  openId: string;
  onSort: (sort: string) => void;
  onOpen: (id: string) => void;
}

/** The order by a column now, and the one that a click on its head asks for. */
function sortBy(column: string, sort: string) {
  const order =
    sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : ('none' as const);
  return { next: sort === column ? `-${column}` : column, order } as const;
}

/** The products of one page. A click opens one beside the list. */
export function ProductTable({ products, sort, openId, onSort, onOpen }: ProductTableProps) {
  const { products: words, common } = useTexts();
  const now = useNow();
  const columns: TableColumn<Product>[] = [
    { id: 'sku', label: words.sku, width: 120, cell: ({ sku }) => <code>{sku}</code> },
    {
      id: 'status',
      label: common.status,
      width: 100,
      cell: ({ status }) => <ProductState status={status} />,
    },
    {
      id: 'price',
      label: words.price,
      width: 130,
      isNumber: true,
      cell: ({ prices }) => {
        const [first, ...others] = currentPrices(prices, now);
        return first ? (
          <>
            <Money amount={first.amount} asset={first.currency} />
            {others.length > 0 && <span className="faint"> {words.more(others.length)}</span>}
          </>
        ) : (
          <span className="faint">{words.noPrice}</span>
        );
      },
    },
    {
      id: 'available',
      label: words.available,
      width: 100,
      isNumber: true,
      cell: ({ stock }) => (stock ? <Money amount={stock.available} /> : '—'),
    },
    {
      id: 'reserved',
      label: words.reserved,
      width: 100,
      isNumber: true,
      cell: ({ stock }) => (stock ? <Money amount={stock.reserved} /> : '—'),
    },
    {
      id: 'created',
      label: words.createdAt,
      width: 150,
      cell: ({ createdAt }) => <When at={createdAt} />,
      sort: sortBy('createdAt', sort),
    },
  ];
  return (
    <DataTable
      label={words.title}
      rows={products}
      idOf={({ id }) => id}
      nameOf={({ title }) => title}
      name={{
        id: 'title',
        label: words.product,
        width: 200,
        cell: ({ id, title }) => (
          <button type="button" className="row-link link-button" onClick={() => onOpen(id)}>
            {title}
          </button>
        ),
        sort: sortBy('title', sort),
      }}
      columns={columns}
      currentId={openId}
      onSort={onSort}
      onOpen={({ id }) => onOpen(id)}
    />
  );
}

const COLOURS = { active: 'active', draft: 'suspended', retired: 'closed' } as const;

/** Whether customers see and order the product. */
export function ProductState({ status }: { status: Product['status'] }) {
  const { products: words } = useTexts();
  return <span className={`badge badge-${COLOURS[status]}`}>{words.status[status]}</span>;
}
