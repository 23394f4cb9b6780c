import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answer, api } from '../api/client';
import { Failure } from '../parts/failure';
import { Empty, Panel } from '../parts/Page';
import { Rows } from '../parts/Rows';
import { refreshAfter } from '../state/refresh';
import { useFormat, useTexts } from '../text/language';

const SHOWN = 8;
const REFRESH = refreshAfter(120_000);

export function MostViewed() {
  const { failures, overview } = useTexts();
  const { loads } = failures;
  const format = useFormat();
  const top = useQuery({
    queryKey: ['top', SHOWN],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/views/top', { params: { query: { limit: SHOWN } }, signal })),
    refetchInterval: REFRESH,
  });
  const most = top.data?.data[0]?.views ?? 0;
  return (
    <Panel title={overview.top}>
      {top.isError && (
        <Failure error={top.error} title={loads.views} retry={() => void top.refetch()} />
      )}
      {top.isPending && <Rows count={SHOWN} />}
      {top.data?.data.length === 0 && <Empty>{overview.topEmpty}</Empty>}
      {top.data && top.data.data.length > 0 && (
        <ol className="ranks">
          {top.data.data.map(({ accountId = '', name, views }) => (
            <li key={accountId}>
              <Link href={`/accounts/${accountId}`} className="rank">
                <span className="rank-name">{name}</span>
                <span className="rank-value">{format.number(views)}</span>
                <progress className="rank-bar" value={views} max={most} aria-hidden="true" />
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
