import { VisuallyHidden } from '@mantine/core';
import { useFormat, useTexts } from '../text/language';
import type { ChartProps } from './Chart';

/** The figures of a chart, a row for each bucket. */
export function ChartTable({ label, at, series, bucket }: ChartProps) {
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
            {series.map((one) => (
              <th key={one.label} scope="col" className="number">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {at.map((instant, i) => (
            <tr key={instant}>
              <th scope="row">{bucket === 'day' ? format.day(instant) : format.date(instant)}</th>
              {series.map((one) => (
                <td key={one.label} className="number">
                  {format.number(one.values[i] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
