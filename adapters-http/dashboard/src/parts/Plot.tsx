import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import uPlot from 'uplot';
import { useFormat, useTexts } from '../text/language';
import type { Bucket, Series } from './Chart';
import { plotOptions, type Palette } from './plotOptions';

interface PlotProps {
  at: readonly string[];
  series: Series;
  bucket: Bucket;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

function paletteOf(element: Element, series: Series): Palette {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return { bar: color(series.color), text: color('--muted'), grid: color('--line') };
}

/** One series as bars. The pointer or the arrow keys choose a bar, whose figure stands in a tooltip. */
export default function Plot({ at, series, bucket }: PlotProps) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const hint = useId();
  const [chosen, setChosen] = useState<{ bar: number; left: number }>();
  const { chart } = useTexts();
  const format = useFormat();
  const theme = useComputedColorScheme('light');
  const seconds = useMemo(() => at.map((instant) => Date.parse(instant) / 1000), [at]);

  useEffect(() => {
    const element = holder.current;
    if (!element) {
      return;
    }
    const choose = (bar: number | null | undefined, left: number) =>
      setChosen(typeof bar === 'number' ? { bar, left } : undefined);
    const options = plotOptions(bucket, format, paletteOf(element, series), choose);
    const drawn = new uPlot(
      { ...options, width: element.clientWidth },
      [seconds, [...series.values]],
      element,
    );
    plot.current = drawn;
    const resizing = new ResizeObserver(() =>
      drawn.setSize({ width: element.clientWidth, height: options.height }),
    );
    resizing.observe(element);
    return () => {
      resizing.disconnect();
      drawn.destroy();
      setChosen(undefined);
    };
  }, [seconds, series, bucket, format, theme]);

  const said = (bar: number) => {
    const instant = at[bar] ?? '';
    const when = bucket === 'day' ? format.day(instant) : format.date(instant);
    const value = `${when}: ${format.number(series.values[bar] ?? 0)}`;
    return bar === at.length - 1 && bucket === 'day' ? `${value} (${chart.today})` : value;
  };
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    const drawn = plot.current;
    if (by !== undefined && drawn) {
      event.preventDefault();
      const from = chosen ? chosen.bar + by : at.length - 1;
      const bar = Math.min(Math.max(from, 0), at.length - 1);
      drawn.setCursor({ left: drawn.valToPos(seconds[bar] ?? 0, 'x'), top: 0 });
    }
  };
  const bar = chosen?.bar ?? at.length - 1;
  return (
    <div className="plot">
      <div
        ref={holder}
        className="plot-bars"
        role="slider"
        tabIndex={0}
        aria-label={series.label}
        aria-describedby={hint}
        aria-valuemin={0}
        aria-valuemax={at.length - 1}
        aria-valuenow={bar}
        aria-valuetext={said(bar)}
        onKeyDown={step}
        onBlur={() => setChosen(undefined)}
      />
      <span id={hint} hidden>
        {chart.hint}
      </span>
      {chosen && (
        <span className="plot-tip" style={{ left: chosen.left }} aria-hidden="true">
          {said(chosen.bar)}
        </span>
      )}
    </div>
  );
}
