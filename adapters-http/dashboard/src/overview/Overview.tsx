import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { DegradedBadge } from '../parts/Badge';
import { Failure } from '../parts/failure';
import { Page } from '../parts/Page';
import { refreshAfter } from '../state/refresh';
import { useFormat, useTexts } from '../text/language';
import { Figures } from './Figures';
import { Growth } from './Growth';
import { LatestAccounts } from './LatestAccounts';
import { MostViewed } from './MostViewed';

const REFRESH = refreshAfter(60_000);

/** How things stand. */
export default function Overview() {
  const { failures, overview, common } = useTexts();
  const { loads } = failures;
  const format = useFormat();
  const statistics = useQuery({
    queryKey: ['statistics'],
    queryFn: ({ signal }) => answer(api.GET('/v1/statistics', { signal })),
    refetchInterval: REFRESH,
  });
  const { data } = statistics;
  return (
    <Page
      title={overview.title}
      note={
        data && (
          <>
            {common.asOf(format.time(data.asOf))} {data.views.degraded && <DegradedBadge />}
          </>
        )
      }
    >
      {statistics.isError && !data && (
        <Failure
          error={statistics.error}
          title={loads.statistics}
          retry={() => void statistics.refetch()}
        />
      )}
      <Figures statistics={data} />
      <Growth growth={data?.growth} />
      <div className="columns">
        <MostViewed />
        <LatestAccounts />
      </div>
    </Page>
  );
}
