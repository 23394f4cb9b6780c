import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { Suspense, useState } from 'react';
import { onDemand } from '../app/onDemand';
import { useFormat, useTexts } from '../text/language';

const Plot = onDemand(() => import('./Plot'));

export interface Line {
  label: string;
  values: readonly number[];
  /** A custom property with a colour. */
  color: string;
  isBars?: boolean;
}

interface ChartProps {
  label: string;
  /** The beginning of each bucket. */
  at: readonly string[];
  lines: readonly Line[];
  bucket: 'hour' | 'day';
}

/** Figures over time, as a picture or as the table behind it. */
export function Chart({ label, at, lines, bucket }: ChartProps) {
  const { common } = useTexts();
  const [view, setView] = useState('chart');
  return (
    <figure className="chart" aria-label={label}>
      {view === 'chart' ? (
        <Suspense fallback={<div className="plot" />}>
          <Plot label={label} at={at} lines={lines} bucket={bucket} />
        </Suspense>
      ) : (
        <Figures label={label} at={at} lines={lines} bucket={bucket} />
      )}
      <SegmentedControl
        size="xs"
        className="chart-switch"
        aria-label={label}
        value={view}
        onChange={setView}
        data={[
          { value: 'chart', label: common.asChart },
          { value: 'table', label: common.asTable },
        ]}
      />
    </figure>
  );
}

function Figures({ label, at, lines, bucket }: ChartProps) {
  const format = useFormat();
  const { audit } = useTexts();
  return (
    // A region that scrolls has to be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="plot plot-table" tabIndex={0} role="region" aria-label={label}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{audit.at}</VisuallyHidden>
            </th>
            {lines.map((line) => (
              <th key={line.label} scope="col" className="number">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {at.map((instant, i) => (
            <tr key={instant}>
              <th scope="row">{bucket === 'day' ? format.day(instant) : format.date(instant)}</th>
              {lines.map((line) => (
                <td key={line.label} className="number">
                  {format.number(line.values[i] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
