import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { answer, api } from '../api/client';
import { DegradedBadge } from '../parts/Badge';
import { Chart } from '../parts/Chart';
import { Failure } from '../parts/failure';
import { Panel } from '../parts/Page';
import { viewsKey } from './useAccount';
import { refreshAfter } from '../state/refresh';
import { useLanguage } from '../text/language';

const LIVE = refreshAfter(15_000);
const SERIES = refreshAfter(240_000);

/** The views of an account: the live total, and a chart by the hour or the day. Those of a closed account stand still. */
export function ViewsPanel({ id, isOpen }: { id: string; isOpen: boolean }) {
  const { texts } = useLanguage();
  const { loads } = texts.failures;
  const words = texts.account;
  const [bucket, setBucket] = useState<'hour' | 'day'>('day');
  const series = useQuery({
    queryKey: ['account', id, 'series', bucket],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/accounts/{id}/views/series', {
          params: { path: { id }, query: { bucket } },
          signal,
        }),
      ),
    refetchInterval: isOpen && SERIES,
  });
  const chart = useMemo(() => {
    const buckets = series.data?.data ?? [];
    return {
      at: buckets.map(({ from }) => from),
      series: [
        {
          label: words.views,
          values: buckets.map(({ views }) => views),
          color: '--chart-1',
        },
      ],
    };
  }, [series.data, words]);
  return (
    <Panel
      title={words.views}
      tools={
        <SegmentedControl
          size="xs"
          aria-label={words.views}
          value={bucket}
          onChange={(value) => setBucket(value === 'hour' ? 'hour' : 'day')}
          data={[
            { value: 'hour', label: words.perHour },
            { value: 'day', label: words.perDay },
          ]}
        />
      }
    >
      <LiveViews id={id} isOpen={isOpen} />
      {series.isError && (
        <Failure error={series.error} title={loads.views} retry={() => void series.refetch()} />
      )}
      {series.isPending && <div className="chart chart-waiting" aria-busy="true" />}
      {series.data && <Chart label={words.views} bucket={bucket} {...chart} />}
      <p className="faint note">{words.seriesNote}</p>
    </Panel>
  );
}

function LiveViews({ id, isOpen }: { id: string; isOpen: boolean }) {
  const { texts, format } = useLanguage();
  const words = texts.account;
  const live = useQuery({
    queryKey: viewsKey(id),
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/accounts/{id}/views', { params: { path: { id } }, signal })),
    refetchInterval: isOpen && LIVE,
  });
  const total = live.data;
  return (
    <div className="live">
      <span className="live-value" data-testid="live-views">
        {total ? format.number(total.total) : <Skeleton height={34} width={60} />}
      </span>
      <span className="live-words">
        <span>{words.viewsLive}</span>
        <span className="faint">
          {total && words.persisted(format.number(total.persisted))}
          {typeof total?.pending === 'number' &&
            ` · ${words.pending(format.number(total.pending))}`}
        </span>
      </span>
      {total?.degraded && <DegradedBadge />}
    </div>
  );
}
