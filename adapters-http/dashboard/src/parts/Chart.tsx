import { SegmentedControl } from '@mantine/core';
import { Suspense, useState } from 'react';
import { onDemand } from '../app/onDemand';
import { useFormat, useTexts } from '../text/language';
import { ChartTable } from './ChartTable';
import { Empty } from './Page';

const Plot = onDemand(() => import('./Plot'));

export type Bucket = 'hour' | 'day';

export interface Series {
  label: string;
  values: readonly number[];
  /** A custom property with a colour. */
  color: string;
}

export interface ChartProps {
  label: string;
  /** The beginning of each bucket, oldest first; the last one is still counted. */
  at: readonly string[];
  series: readonly Series[];
  bucket: Bucket;
}

/** Figures over time, as a table or as one bar chart for each series: no series flattens another. */
export function Chart({ label, at, series, bucket }: ChartProps) {
  const { common } = useTexts();
  const [view, setView] = useState('chart');
  return (
    <figure className="chart" aria-label={label}>
      {view === 'chart' ? (
        <div className="multiples">
          {series.map((one) => (
            <Multiple key={one.label} at={at} series={one} bucket={bucket} isAlone={!series[1]} />
          ))}
        </div>
      ) : (
        <ChartTable label={label} at={at} series={series} bucket={bucket} />
      )}
      <div className="chart-foot">
        <Zone bucket={bucket} />
        <SegmentedControl
          size="xs"
          aria-label={label}
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: common.asChart },
            { value: 'table', label: common.asTable },
          ]}
        />
      </div>
    </figure>
  );
}

interface MultipleProps {
  at: readonly string[];
  series: Series;
  bucket: Bucket;
  isAlone: boolean;
}

function Multiple({ at, series, bucket, isAlone }: MultipleProps) {
  const { chart } = useTexts();
  const format = useFormat();
  const total = series.values.reduce((sum, value) => sum + value, 0);
  return (
    <div className="multiple">
      {!isAlone && (
        <p className="multiple-label">
          {series.label} <strong>{format.number(total)}</strong>
        </p>
      )}
      {total === 0 ? (
        <div className="plot plot-empty">
          <Empty>{chart.empty}</Empty>
        </div>
      ) : (
        <Suspense fallback={<div className="plot" />}>
          <Plot at={at} series={series} bucket={bucket} />
        </Suspense>
      )}
    </div>
  );
}

/** Days are days of UTC; hours are the reader's own. */
function Zone({ bucket }: { bucket: Bucket }) {
  const { chart } = useTexts();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return <span className="faint">{chart.zone(bucket === 'day' ? 'UTC' : own)}</span>;
}
