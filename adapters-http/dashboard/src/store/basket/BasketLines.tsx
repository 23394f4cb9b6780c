import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { decimalOf, isPositive } from '../../text/decimals';
import { QuantityField } from '../page/QuantityField';
import { useAmount } from '../page/useAmount';
import { useTexts } from '../text/language';
import { lineTotal, totalOf, withChange, without, type Basket, type BasketLine } from './basket';
import { keepBasket } from './stored';

/** The products of the basket, and what they cost. */
export function BasketLines({ basket }: { basket: Basket }) {
  const { basket: words, common } = useTexts();
  const amount = useAmount();
  return (
    <section className="panel">
      <ul className="lines">
        {basket.lines.map((line) => (
          <Line key={line.productId} basket={basket} line={line} />
        ))}
      </ul>
      <dl className="sums">
        <div className="sum">
          <dt>{common.total}</dt>
          <dd className="price price-big">{amount(totalOf(basket), basket.currency)}</dd>
        </div>
      </dl>
      <Button size="compact-sm" variant="default" onClick={() => keepBasket(undefined)}>
        {words.clear}
      </Button>
    </section>
  );
}

function Line({ basket, line }: { basket: Basket; line: BasketLine }) {
  const { basket: words, common } = useTexts();
  const amount = useAmount();
  const [typed, setTyped] = useState(line.quantity);
  const type = (text: string) => {
    setTyped(text);
    const quantity = decimalOf(text);
    if (isPositive(quantity)) {
      keepBasket(withChange(basket, line.productId, { quantity }));
    }
  };
  return (
    <li className="line basket-line">
      <span className="line-what">
        <Link href={`/products/${line.productId}`} className="text-link">
          {line.title}
        </Link>
        <span className="faint">{words.unitPrice(amount(line.unitPrice, basket.currency))}</span>
      </span>
      <QuantityField
        label={words.quantityOf(line.title)}
        typed={typed}
        onType={type}
        error={isPositive(decimalOf(typed)) ? undefined : words.quantityFault}
      />
      <span className="price">{amount(lineTotal(line), basket.currency)}</span>
      <CloseButton
        aria-label={common.remove(line.title)}
        onClick={() => keepBasket(without(basket, line.productId))}
      />
    </li>
  );
}
