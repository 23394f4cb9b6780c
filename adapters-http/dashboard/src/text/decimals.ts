const AMOUNT = /^(0|[1-9]\d{0,37})(\.\d{1,18})?$/;

/** A number as the API takes it. Portuguese keyboards have a comma. */
export const decimalOf = (typed: string): string =>
  typed.trim().replace(',', '.').replace('−', '-');

/** Whether the text is a decimal number of 0 or more. */
export const isAmount = (text: string): boolean => AMOUNT.test(text);

/** Whether the text is a decimal number of more than 0. */
export const isPositive = (text: string): boolean => isAmount(text) && /[1-9]/.test(text);

/** The number of decimals. */
export const scaleOf = (text: string): number => (text.split('.')[1] ?? '').length;

const minorOf = (text: string, scale: number): bigint =>
  BigInt(text.replace('.', '') + '0'.repeat(scale - scaleOf(text)));

function textOf(minor: bigint, scale: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = minor < 0n ? '-' : '';
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`;
}

/** The sum of decimal strings, digit by digit: a float would lose some. */
export function sumOf(amounts: readonly string[]): string {
  const scale = Math.max(0, ...amounts.map(scaleOf));
  return textOf(
    amounts.reduce((sum, amount) => sum + minorOf(amount, scale), 0n),
    scale,
  );
}

/** A number with the other sign. */
export const negated = (amount: string): string =>
  amount.startsWith('-') ? amount.slice(1) : `-${amount}`;

/** What is left of an amount when others are taken from it; 0 where it would be less. */
export function restOf(amount: string, ...taken: readonly string[]): string {
  const rest = sumOf([amount, ...taken.map(negated)]);
  return rest.startsWith('-') ? sumOf([rest, negated(rest)]) : rest;
}

/** Whether one decimal number is at most another. */
export const isAtMost = (amount: string, max: string): boolean =>
  !sumOf([max, negated(amount)]).startsWith('-');

/** The product of two numbers of 0 or more, rounded half up to this many decimals. */
export function productOf(one: string, other: string, scale: number): string {
  const scales = scaleOf(one) + scaleOf(other);
  const exact = minorOf(one, scaleOf(one)) * minorOf(other, scaleOf(other));
  if (scales <= scale) {
    return textOf(exact * 10n ** BigInt(scale - scales), scale);
  }
  const unit = 10n ** BigInt(scales - scale);
  return textOf((2n * exact + unit) / (2n * unit), scale);
}
