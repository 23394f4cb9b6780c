import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { Loading } from '../parts/Loading';
import { Money } from '../parts/Money';
import { Empty, Page, Panel } from '../parts/Page';
import { When } from '../parts/When';
import { useTexts } from '../text/language';

/** Whether the balances agree with what was booked. Compared when the page is opened, and when it is asked to. */
export default function Ledger() {
  const { ledger: words, failures, operations, transfers } = useTexts();
  const proof = useQuery({
    queryKey: ['ledger', 'reconciliation'],
    queryFn: ({ signal }) => answer(api.GET('/v1/ledger/reconciliation', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const { data } = proof;
  return (
    <Page
      title={words.title}
      actions={
        <Button variant="default" loading={proof.isFetching} onClick={() => void proof.refetch()}>
          {words.again}
        </Button>
      }
    >
      <Loading query={proof} rows={4} title={failures.loads.ledger} />
      {data && (
        <Panel
          title={words.sums}
          tools={
            <span role="status" className={`badge badge-${data.balanced ? 'up' : 'down'}`}>
              {data.balanced ? operations.balanced : operations.unbalanced}
            </span>
          }
        >
          {data.assets.length === 0 && <Empty>{words.empty}</Empty>}
          {data.assets.length > 0 && (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.asset}</th>
                  <th scope="col" className="number">
                    {transfers.amount}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.assets.map(({ asset, sum }) => (
                  <tr key={asset}>
                    <th scope="row">{asset}</th>
                    <td className="number">
                      <Money amount={sum} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <dl className="details">
            <div>
              <dt>{words.asOf}</dt>
              <dd>
                <When at={data.asOf} />
              </dd>
            </div>
            <div>
              <dt>{words.checkedTo}</dt>
              <dd>
                <When at={data.checkedTo} />
              </dd>
            </div>
          </dl>
          <p className="faint note">{words.note}</p>
        </Panel>
      )}
    </Page>
  );
}
