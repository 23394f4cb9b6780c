import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { Failure } from '../parts/failure';
import { Money } from '../parts/Money';
import { Panel } from '../parts/Page';
import { Rows } from '../parts/Rows';
import { When } from '../parts/When';
import { useLanguage } from '../text/language';

/** Whether held orders and the ledger agree, compared when it is opened. */
export function Reconciliation({ onClose }: { onClose: () => void }) {
  const { texts, format } = useLanguage();
  const { orders: words, operations, common, failures, ledger } = texts;
  const compared = useQuery({
    queryKey: ['orders-reconciliation'],
    queryFn: ({ signal }) => answer(api.GET('/v1/orders/reconciliation', { signal })),
    gcTime: 0,
  });
  const { data } = compared;
  return (
    <Panel
      title={words.reconciliation}
      className="reconciliation"
      tools={
        <div className="actions">
          <Button
            size="compact-sm"
            variant="default"
            loading={compared.isFetching}
            onClick={() => void compared.refetch()}
          >
            {ledger.again}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onClose}>
            {common.close}
          </Button>
        </div>
      }
    >
      {compared.isPending && <Rows count={4} />}
      {compared.isError && (
        <Failure error={compared.error} title={failures.loads.orderReconciliation} />
      )}
      {data && (
        <dl className="states">
          <div>
            <dt>{words.result}</dt>
            <dd>
              <span className={`badge badge-${data.balanced ? 'up' : 'down'}`}>
                {data.balanced ? operations.balanced : operations.unbalanced}
              </span>
            </dd>
          </div>
          <div>
            <dt>{words.heldOrders}</dt>
            <dd>{format.number(data.orders)}</dd>
          </div>
          {data.heldMoney.map(({ currency, amount }) => (
            <div key={currency}>
              <dt>{words.heldMoney(currency)}</dt>
              <dd>
                <Money amount={amount} asset={currency} />
              </dd>
            </div>
          ))}
          <div>
            <dt>{words.heldGoods}</dt>
            <dd>{format.number(data.heldGoods)}</dd>
          </div>
          <div>
            <dt>{ledger.asOf}</dt>
            <dd>
              <When at={data.asOf} />
            </dd>
          </div>
        </dl>
      )}
    </Panel>
  );
}
