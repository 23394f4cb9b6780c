import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { useFormat, useTexts } from '../text/language';
import type { Line } from './Chart';

interface PlotProps {
  label: string;
  at: readonly string[];
  lines: readonly Line[];
  bucket: 'hour' | 'day';
}

const HEIGHT = 230;
const SECONDS = { hour: 3_600, day: 86_400 };

function colorOf(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(name).trim();
}

/** The picture; loaded apart, for a page's first paint needs none. */
export default function Plot({ label, at, lines, bucket }: PlotProps) {
  const holder = useRef<HTMLDivElement>(null);
  const format = useFormat();
  const { audit } = useTexts();
  const theme = useComputedColorScheme('light');

  useEffect(() => {
    const element = holder.current;
    if (!element) {
      return;
    }
    const when = (seconds: number) => {
      const instant = new Date(seconds * 1000).toISOString();
      return bucket === 'day' ? format.day(instant) : format.hour(instant);
    };
    const axis: uPlot.Axis = {
      stroke: colorOf(element, '--muted'),
      grid: { stroke: colorOf(element, '--line'), width: 1 },
      ticks: { show: false },
      font: '12px system-ui, sans-serif',
    };
    const bars = uPlot.paths.bars?.({ size: [0.7, 40], align: 1 });
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        ...(bucket === 'day' && { tzDate: (ts) => uPlot.tzDate(new Date(ts * 1000), 'Etc/UTC') }),
        legend: { live: true },
        cursor: { drag: { x: false, y: false }, points: { size: 7 } },
        axes: [
          { ...axis, values: (_, splits) => splits.map(when), space: 70 },
          // Sides are a const enum of a declaration file: it has no value that could be imported.
          // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
          ...lines.map((line, i) => ({
            ...axis,
            scale: line.label,
            side: i === 0 ? 3 : 1,
            size: 52,
            grid: { ...axis.grid, show: i === 0 },
            values: (_: uPlot, splits: number[]) =>
              splits.map((value) => (Number.isInteger(value) ? format.compact(value) : '')),
          })),
        ],
        scales: {
          // A bar stands to the right of its beginning: the last one needs room.
          x: { range: (_, min, max) => [min, max + SECONDS[bucket]] },
          ...Object.fromEntries(
            lines.map((line) => [
              line.label,
              {
                range: (_: uPlot, __: number, max: number): [number, number] => [
                  0,
                  Math.max(max * 1.1, 4),
                ],
              },
            ]),
          ),
        },
        series: [
          {
            value: (_, seconds: number | null) => (seconds === null ? '—' : when(seconds)),
            label: audit.at,
          },
          ...lines.map((line) => ({
            label: line.label,
            scale: line.label,
            stroke: colorOf(element, line.color),
            width: line.isBars ? 0 : 2,
            ...(line.isBars && { fill: `${colorOf(element, line.color)}cc` }),
            ...(line.isBars && bars && { paths: bars }),
            points: { show: false },
            value: (_: uPlot, value: number | null) =>
              value === null ? '—' : format.number(value),
          })),
        ],
      },
      [at.map((instant) => Date.parse(instant) / 1000), ...lines.map((line) => [...line.values])],
      element,
    );
    const resizing = new ResizeObserver(() =>
      plot.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    resizing.observe(element);
    return () => {
      resizing.disconnect();
      plot.destroy();
    };
  }, [at, lines, bucket, format, theme, audit]);

  return <div className="plot" role="img" aria-label={label} ref={holder} />;
}
