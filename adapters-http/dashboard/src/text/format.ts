/** Numbers, dates and spans in the reader's locale. */
export interface Format {
  number: (value: number) => string;
  compact: (value: number) => string;
  /** A decimal string with each of its digits. */
  decimal: (value: string) => string;
  date: (instant: string) => string;
  day: (instant: string) => string;
  time: (instant: string) => string;
  hour: (instant: string) => string;
  ago: (instant: string, now: number) => string;
  duration: (millis: number) => string;
  /** A fraction as a percentage with its sign. */
  change: (fraction: number) => string;
  /** A number of seconds in the fitting unit. */
  span: (seconds: number) => string;
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];

const CLOCKS_APART_SECONDS = 60;

export function formatOf(locale: string): Format {
  const number = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' });
  // Buckets of days are days of UTC.
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const change = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const seconds = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return {
    number: (value) => number.format(value),
    compact: (value) => compact.format(value),
    decimal: (value) => decimalOf(number, value),
    date: (instant) => date.format(new Date(instant)),
    day: (instant) => day.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    hour: (instant) => hour.format(new Date(instant)),
    ago: (instant, now) => ago(relative, spanTo(instant, now)),
    duration: (millis) =>
      millis < 1000 ? `${number.format(millis)} ms` : `${seconds.format(millis / 1000)} s`,
    change: (fraction) => change.format(fraction),
    span: (value) => span(locale, value),
  };
}

/** Groups the whole part, and keeps the decimals as they are: an amount may have more digits than a number. */
function decimalOf(number: Intl.NumberFormat, value: string): string {
  const [, sign = '', whole = '', decimals] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === '') {
    return value;
  }
  const point = number.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const grouped = number.format(BigInt(whole));
  return `${sign ? '−' : ''}${grouped}${decimals === undefined ? '' : point + decimals}`;
}

/** Seconds from now. The clocks of server and reader differ by some: what happened just now is not to come. */
function spanTo(instant: string, now: number): number {
  const seconds = (Date.parse(instant) - now) / 1000;
  return seconds > 0 && seconds < CLOCKS_APART_SECONDS ? 0 : seconds;
}

function span(locale: string, seconds: number): string {
  let value = seconds;
  for (const [unit, next] of UNITS) {
    if (value < next) {
      const format = { style: 'unit', unit, unitDisplay: 'short' } as const;
      return new Intl.NumberFormat(locale, format).format(Math.round(value));
    }
    value /= next;
  }
  return '';
}

function ago(relative: Intl.RelativeTimeFormat, seconds: number): string {
  let value = seconds;
  for (const [unit, next] of UNITS) {
    if (Math.abs(value) < next) {
      return relative.format(Math.round(value), unit);
    }
    value /= next;
  }
  return '';
}
