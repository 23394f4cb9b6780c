import uPlot from 'uplot';
import type { Format } from '../text/format';
import type { Bucket } from './Chart';

export interface Palette {
  bar: string;
  text: string;
  grid: string;
}

const HEIGHT = 190;
const SECONDS = { hour: 3_600, day: 86_400 };
const HATCH_PIXELS = 6;
const HEADROOM = 1.1;
/** 1, 2, 5, 10 and so on: counts are whole. */
const STEPS = Array.from({ length: 15 }, (_, i) => [1, 2, 5].map((n) => n * 10 ** i)).flat();

/** A pattern of diagonal lines: the bar of a bucket that is still counted. */
function hatched(color: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = HATCH_PIXELS;
  const pen = tile.getContext('2d');
  if (!pen) {
    return color;
  }
  pen.strokeStyle = color;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (const shift of [-HATCH_PIXELS, 0, HATCH_PIXELS]) {
    pen.moveTo(shift, HATCH_PIXELS);
    pen.lineTo(shift + HATCH_PIXELS, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? color;
}

function barsOf(color: string): uPlot.Series.PathBuilder | undefined {
  const current = hatched(color);
  return uPlot.paths.bars?.({
    size: [0.7, 40],
    align: 0,
    disp: {
      fill: {
        // Units are a const enum of a declaration file: it has no value that could be imported.
        // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
        unit: 3,
        values: ({ data: [at] }) =>
          Array.from(at, (_, i) => (i === at.length - 1 ? (current as string) : color)),
      },
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
      stroke: { unit: 3, values: ({ data: [at] }) => Array.from(at, () => color) },
    },
  });
}

/** The options of a chart of one series. Its bars are centred on the beginning of their buckets. */
export function plotOptions(
  bucket: Bucket,
  format: Format,
  palette: Palette,
  choose: (bar: number | null | undefined, left: number) => void,
): Omit<uPlot.Options, 'width'> {
  const half = SECONDS[bucket] / 2;
  const when = (seconds: number) => {
    const instant = new Date(seconds * 1000).toISOString();
    return bucket === 'day' ? format.day(instant) : format.hour(instant);
  };
  const axis: uPlot.Axis = {
    stroke: palette.text,
    ticks: { show: false },
    font: '12px system-ui, sans-serif',
  };
  const bars = barsOf(palette.bar);
  return {
    height: HEIGHT,
    ...(bucket === 'day' && { tzDate: (ts) => uPlot.tzDate(new Date(ts * 1000), 'Etc/UTC') }),
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false, points: { show: false } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        values: (_, splits) => splits.map(when),
        space: 70,
        size: 30,
      },
      {
        ...axis,
        grid: { stroke: palette.grid, width: 1 },
        size: 52,
        incrs: STEPS,
        values: (_, splits) => splits.map((value) => format.compact(value)),
      },
    ],
    scales: {
      x: { range: (_, min, max) => [min - half, max + half] },
      y: { range: (_, __, max) => [0, max * HEADROOM] },
    },
    series: [
      {},
      {
        fill: palette.bar,
        stroke: palette.bar,
        width: 1,
        ...(bars && { paths: bars }),
        points: { show: false },
      },
    ],
    hooks: {
      setCursor: [
        (u) => choose(u.cursor.idx, (u.cursor.left ?? 0) + u.bbox.left / devicePixelRatio),
      ],
    },
  };
}
