import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import type { Statistics } from '../api/model';
import { Chart } from '../parts/Chart';
import { Panel } from '../parts/Page';
import { useQueryState } from '../state/useQueryState';
import { useLanguage } from '../text/language';
import { Periods } from './Periods';

const STANDARD = { days: '30' };
const RANGES = [7, 30, 90];

/** New accounts and views, day by day. */
export function Growth({ growth }: { growth: Statistics['growth'] | undefined }) {
  const { texts, format } = useLanguage();
  const words = texts.overview;
  const [{ days }, change] = useQueryState(STANDARD);
  const chart = useMemo(() => {
    const shown = growth?.slice(-Number(days)) ?? [];
    return {
      at: shown.map(({ day }) => `${day.slice(0, 10)}T00:00:00Z`),
      series: [
        {
          label: words.growthAccounts,
          values: shown.map(({ accounts }) => accounts),
          color: '--chart-1',
        },
        { label: words.growthViews, values: shown.map(({ views }) => views), color: '--chart-2' },
      ],
    };
  }, [growth, days, words]);
  return (
    <Panel
      title={words.growth}
      tools={
        <SegmentedControl
          size="xs"
          aria-label={words.range}
          value={days}
          onChange={(value) => change({ days: value })}
          data={RANGES.map((range) => ({
            value: String(range),
            label: words.days(format.number(range)),
          }))}
        />
      }
    >
      {growth && <Periods growth={growth} days={Number(days)} />}
      {growth ? (
        <Chart label={words.growth} bucket="day" {...chart} />
      ) : (
        <div className="chart chart-waiting" aria-busy="true" />
      )}
    </Panel>
  );
}
