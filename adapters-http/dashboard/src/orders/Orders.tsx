import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { Failure } from '../parts/failure';
import { Empty, Page } from '../parts/Page';
import { Pager } from '../parts/Pager';
import { Rows } from '../parts/Rows';
import { useTrail } from '../state/trail';
import { useQueryState } from '../state/useQueryState';
import { useTexts } from '../text/language';
import { queryOf, STANDARD, type ListState } from './filters';
import { OrderFilters } from './OrderFilters';
import { OrderPanel } from './OrderPanel';
import { OrderTable } from './OrderTable';
import { Reconciliation } from './Reconciliation';
import { REFRESH } from './useOrder';

const PAGE = 50;

/** What customers ordered, the newest first. */
export default function Orders() {
  const { orders: words, failures } = useTexts();
  const [state, change] = useQueryState(STANDARD);
  const [isReconciling, setReconciling] = useState(false);
  const { open, ...selection } = state;
  const orders = useQuery({
    queryKey: ['orders', 'list', selection],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/orders', { params: { query: { limit: PAGE, ...queryOf(state) } }, signal }),
      ),
    refetchInterval: state.cursor === '' && REFRESH,
  });
  const { data } = orders;
  const steps = useTrail(state.cursor, data?.nextCursor, (cursor) =>
    change({ cursor }, { replace: false }),
  );
  const isFiltered = Object.keys(queryOf({ ...state, cursor: '' })).length > 0;
  const select = (more: Partial<ListState>) => change({ ...more, cursor: '' });
  return (
    <Page
      title={words.title}
      actions={
        <Button variant="default" onClick={() => setReconciling(true)}>
          {words.reconcile}
        </Button>
      }
    >
      {isReconciling && <Reconciliation onClose={() => setReconciling(false)} />}
      <OrderFilters state={state} isFiltered={isFiltered} onChange={select} />
      {orders.isError && (
        <Failure
          error={orders.error}
          title={failures.loads.orders}
          retry={() => void orders.refetch()}
        />
      )}
      {orders.isPending && <Rows count={6} />}
      {data?.data.length === 0 && <Empty>{isFiltered ? words.noneMatch : words.empty}</Empty>}
      {data && data.data.length > 0 && (
        <OrderTable
          orders={data.data}
          openId={open}
          onOpen={(id) => change({ open: id }, { replace: open !== '' })}
        />
      )}
      {data && (steps.next ?? steps.previous) && (
        <Pager page={steps.page} onPrevious={steps.previous} onNext={steps.next} />
      )}
      {open && <OrderPanel key={open} id={open} onClose={() => change({ open: '' })} />}
    </Page>
  );
}
