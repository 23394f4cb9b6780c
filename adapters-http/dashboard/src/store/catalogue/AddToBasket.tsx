import { Button, NativeSelect } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { Link } from 'wouter';
import { decimalOf, isPositive } from '../../text/decimals';
import type { Product } from '../api';
import { LINES_MAX, withLine } from '../basket/basket';
import { keepBasket, newBasket } from '../basket/stored';
import { useBasket } from '../basket/useBasket';
import { QuantityField } from '../page/QuantityField';
import { useAmount } from '../page/useAmount';
import { useTexts } from '../text/language';

/** The price of a product, and how to take some of it. */
export function AddToBasket({ product }: { product: Product }) {
  const { catalogue: words, basket: basketWords } = useTexts();
  const amount = useAmount();
  const basket = useBasket();
  const [chosen, setChosen] = useState(product.prices[0]?.currency ?? '');
  const [typed, setTyped] = useState('1');
  const [isAdded, setAdded] = useState(false);

  const currency = basket?.currency ?? chosen;
  const price = product.prices.find((one) => one.currency === currency);
  const quantity = decimalOf(typed);
  const isFull =
    basket !== undefined &&
    basket.lines.length >= LINES_MAX &&
    !basket.lines.some(({ productId }) => productId === product.id);
  const isSold = product.availability !== 'none' && product.prices.length > 0;

  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    if (price && isPositive(quantity)) {
      const line = {
        productId: product.id,
        title: product.title,
        quantity,
        unitPrice: price.amount,
      };
      keepBasket(withLine(basket ?? newBasket(currency), line));
      setAdded(true);
    }
  };

  return (
    <form className="form panel buy" onSubmit={add}>
      <p className="price price-big">
        {price ? amount(price.amount, price.currency) : words.noPrice}
      </p>
      {!basket && product.prices.length > 1 && (
        <NativeSelect
          label={words.currency}
          value={chosen}
          data={product.prices.map((one) => one.currency)}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      {isSold && !price && <p>{words.otherCurrency(currency)}</p>}
      {isFull && <p>{words.basketFull}</p>}
      {isSold && price && (
        <>
          <QuantityField
            label={words.quantity}
            isLabelShown
            typed={typed}
            onType={(text) => {
              setTyped(text);
              setAdded(false);
            }}
            error={isPositive(quantity) ? undefined : basketWords.quantityFault}
          />
          <Button type="submit" size="md" fullWidth disabled={!isPositive(quantity) || isFull}>
            {words.add}
          </Button>
        </>
      )}
      <div role="status">
        {isAdded && (
          <p>
            {words.added(product.title)}{' '}
            <Link href="/basket" className="text-link">
              {words.toBasket}
            </Link>
          </p>
        )}
      </div>
    </form>
  );
}
