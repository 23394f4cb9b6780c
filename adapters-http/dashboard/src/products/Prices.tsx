import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Product } from '../api/model';
import { Money } from '../parts/Money';
import { Empty, Panel } from '../parts/Page';
import { useNow, When } from '../parts/When';
import { useTexts } from '../text/language';
import { AddPrice } from './AddPrice';
import { stateOf } from './priceState';

/** The prices that are not over: in force now, with their ends, and planned. */
export function Prices({ product, mayChange }: { product: Product; mayChange: boolean }) {
  const { products: words } = useTexts();
  const [isAdding, setAdding] = useState(false);
  const now = useNow();
  return (
    <Panel
      title={words.prices}
      tools={
        mayChange && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {words.addPrice}
          </Button>
        )
      }
    >
      {product.prices.length === 0 ? (
        <Empty>{words.noPrices}</Empty>
      ) : (
        <ol className="entries">
          {product.prices.map((price) => {
            const state = stateOf(price, now);
            return (
              <li key={`${price.currency} ${price.from}`} className="entry">
                <div className="entry-head">
                  <Money amount={price.amount} asset={price.currency} />
                  <span className={`badge badge-${state === 'current' ? 'active' : 'suspended'}`}>
                    {words.priceStates[state]}
                  </span>
                  <span className="entry-when faint">
                    {words.since} <When at={price.from} />
                    {price.to && (
                      <>
                        {' '}
                        {words.until} <When at={price.to} />
                      </>
                    )}
                  </span>
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {isAdding && <AddPrice product={product} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
