import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { failureText } from '../page/Failure';
import { useAmount } from '../page/useAmount';
import { useTexts } from '../text/language';
import type { Placing } from './place';

interface NotPlacedProps {
  end: Placing | undefined;
  error: unknown;
  currency: string;
}

/** Why an order was not placed, and what to do about it. */
export function NotPlaced({ end, error, currency }: NotPlacedProps) {
  const texts = useTexts();
  const { basket: words } = texts;
  const amount = useAmount();
  if (error) {
    return <Told>{failureText(texts, error)}</Told>;
  }
  if (!end || end.kind === 'placed') {
    return null;
  }
  if (end.kind === 'prices') {
    const changes = end.changes.map(({ line, unitPrice }) =>
      words.priceChanged(line.title, amount(line.unitPrice, currency), amount(unitPrice, currency)),
    );
    return <Told>{[...changes, words.reviewPrices].join(' ')}</Told>;
  }
  if (end.kind === 'lines') {
    const titles = end.lines.map(({ title }) => title).join(', ');
    return (
      <Told>
        {end.type === 'out-of-stock' ? words.outOfStock(titles) : words.notOrderable(titles)}
      </Told>
    );
  }
  if (end.refused.type === 'order-differs') {
    return (
      <Told>
        {words.differs}{' '}
        <Link href="/orders" className="text-link">
          {texts.nav.orders}
        </Link>
      </Told>
    );
  }
  return <Told>{failureText(texts, end.refused)}</Told>;
}

function Told({ children }: { children: ReactNode }) {
  const { basket: words } = useTexts();
  return (
    <Alert color="red" role="alert" title={words.refused}>
      {children}
    </Alert>
  );
}
