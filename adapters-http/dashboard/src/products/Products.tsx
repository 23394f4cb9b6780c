import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { Product } from '../api/model';
import { useMay } from '../app/me';
import { Failure } from '../parts/failure';
import { Empty, Page } from '../parts/Page';
import { Pager } from '../parts/Pager';
import { Rows } from '../parts/Rows';
import { SavedViews } from '../parts/SavedViews';
import { SearchField } from '../parts/SearchField';
import { useTrail } from '../state/trail';
import { useQueryState } from '../state/useQueryState';
import { useLanguage, useTexts } from '../text/language';
import { NewProductForm } from './NewProductForm';
import { ProductPanel } from './ProductPanel';
import { ProductTable } from './ProductTable';
import { REFRESH } from './useProducts';

const STANDARD = { q: '', status: '', sort: '-createdAt', cursor: '', open: '' };
const STATUSES: readonly Product['status'][] = ['active', 'draft', 'retired'];
const SORTS = ['createdAt', '-createdAt', 'title', '-title'] as const;
const PAGE = 50;

type ListState = typeof STANDARD;

/** What is sold. */
export default function Products() {
  const { texts, format } = useLanguage();
  const { products: words, failures } = texts;
  const may = useMay();
  const [state, change] = useQueryState(STANDARD);
  const [isMaking, setMaking] = useState(false);
  const products = useProductList(state);
  const { data } = products;
  const steps = useTrail(state.cursor, data?.nextCursor, (cursor) =>
    change({ cursor }, { replace: false }),
  );
  const select = (more: Partial<ListState>) => change({ ...more, cursor: '' });
  const openOne = (id: string) => change({ open: id }, { replace: state.open !== '' });
  const isFiltered = Boolean(state.q || state.status);
  return (
    <Page
      title={words.title}
      note={data?.total !== undefined && words.total(data.total, format.number(data.total))}
      actions={
        may('changeProducts') && <Button onClick={() => setMaking(true)}>{words.new}</Button>
      }
    >
      <ProductFilters state={state} isFiltered={isFiltered} onChange={select} />
      {products.isError && (
        <Failure
          error={products.error}
          title={failures.loads.products}
          retry={() => void products.refetch()}
        />
      )}
      {products.isPending && <Rows count={6} />}
      {data?.data.length === 0 && <Empty>{isFiltered ? words.noneMatch : words.empty}</Empty>}
      {data && data.data.length > 0 && (
        <ProductTable
          products={data.data}
          sort={state.sort}
          openId={state.open}
          onSort={(sort) => select({ sort })}
          onOpen={openOne}
        />
      )}
      {data && (steps.next ?? steps.previous) && (
        <Pager page={steps.page} onPrevious={steps.previous} onNext={steps.next} />
      )}
      {isMaking && <NewProductForm onOpen={openOne} onClose={() => setMaking(false)} />}
      {state.open && (
        <ProductPanel key={state.open} id={state.open} onClose={() => change({ open: '' })} />
      )}
    </Page>
  );
}

function useProductList({ q, status, sort, cursor }: ListState) {
  const selected = STATUSES.find((one) => one === status);
  const order = SORTS.find((one) => one === sort);
  return useQuery({
    queryKey: ['products', 'list', q, selected, order, cursor],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/products', {
          params: {
            query: {
              limit: PAGE,
              include: ['total'],
              ...(q && { q }),
              ...(selected && { status: selected }),
              ...(order && { sort: order }),
              ...(cursor && { cursor }),
            },
          },
          signal,
        }),
      ),
    refetchInterval: REFRESH,
    placeholderData: (before) => before,
  });
}

interface ProductFiltersProps {
  state: ListState;
  isFiltered: boolean;
  onChange: (changes: Partial<ListState>) => void;
}

function ProductFilters({ state, isFiltered, onChange }: ProductFiltersProps) {
  const { products: words, common } = useTexts();
  return (
    <div className="filters" role="search">
      <SearchField
        label={words.search}
        placeholder={words.search}
        q={state.q}
        onSearch={(q) => onChange({ q })}
      />
      <NativeSelect
        aria-label={common.status}
        value={state.status}
        onChange={(event) => onChange({ status: event.currentTarget.value })}
        data={[
          { value: '', label: words.anyStatus },
          ...STATUSES.map((value) => ({ value, label: words.status[value] })),
        ]}
      />
      {isFiltered && (
        <Button variant="subtle" onClick={() => onChange({ q: '', status: '' })}>
          {common.clear}
        </Button>
      )}
      <span className="filters-end">
        <SavedViews list="products" />
      </span>
    </div>
  );
}
