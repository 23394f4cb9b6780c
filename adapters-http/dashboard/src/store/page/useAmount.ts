import { useFormat } from '../text/language';

/** An amount with its currency. */
export function useAmount(): (amount: string, currency: string) => string {
  const format = useFormat();
  return (amount, currency) => `${format.decimal(amount)} ${currency}`;
}
