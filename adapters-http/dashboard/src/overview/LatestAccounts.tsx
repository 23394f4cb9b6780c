import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answer, api } from '../api/client';
import { StatusBadge } from '../parts/Badge';
import { Failure } from '../parts/failure';
import { Empty, Panel } from '../parts/Page';
import { Rows } from '../parts/Rows';
import { When } from '../parts/When';
import { refreshAfter } from '../state/refresh';
import { useTexts } from '../text/language';

const SHOWN = 8;
const REFRESH = refreshAfter(120_000);

export function LatestAccounts() {
  const { failures, overview } = useTexts();
  const { loads } = failures;
  const latest = useQuery({
    queryKey: ['accounts', 'latest', SHOWN],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/accounts', { params: { query: { limit: SHOWN } }, signal })),
    refetchInterval: REFRESH,
  });
  return (
    <Panel
      title={overview.latest}
      tools={
        <Link href="/accounts" className="text-link">
          {overview.all}
        </Link>
      }
    >
      {latest.isError && (
        <Failure error={latest.error} title={loads.accounts} retry={() => void latest.refetch()} />
      )}
      {latest.isPending && <Rows count={SHOWN} />}
      {latest.data?.data.length === 0 && <Empty>{overview.latestEmpty}</Empty>}
      {latest.data && latest.data.data.length > 0 && (
        <ul className="ranks">
          {latest.data.data.map(({ id, name, status, createdAt }) => (
            <li key={id}>
              <Link href={`/accounts/${id}`} className="rank">
                <span className="rank-name">{name}</span>
                {status !== 'active' && <StatusBadge status={status} />}
                <span className="rank-value faint">
                  <When at={createdAt} ago />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
