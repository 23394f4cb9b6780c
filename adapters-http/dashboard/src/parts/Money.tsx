import { useFormat } from '../text/language';

interface MoneyProps {
  /** A decimal string, which is shown digit by digit: a float would lose some. */
  amount: string;
  asset?: string;
  /** Whether a positive amount has its sign. */
  isChange?: boolean;
}

/** An amount of an asset in the reader's separators, with tabular figures. */
export function Money({ amount, asset, isChange = false }: MoneyProps) {
  const format = useFormat();
  const isNegative = amount.startsWith('-');
  const isNothing = /^-?[0.]+$/.test(amount);
  const sign = isChange && !isNegative && !isNothing ? '+' : '';
  return (
    <span className={isNegative ? 'money is-negative' : 'money'}>
      {sign}
      {format.decimal(amount)}
      {asset && <span className="faint"> {asset}</span>}
    </span>
  );
}
