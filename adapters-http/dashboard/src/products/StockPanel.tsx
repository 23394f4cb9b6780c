import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Product } from '../api/model';
import { Money } from '../parts/Money';
import { Panel } from '../parts/Page';
import { useTexts } from '../text/language';
import { MoveStock, type Movement } from './MoveStock';

interface StockPanelProps {
  product: Product;
  stock: NonNullable<Product['stock']>;
  mayMove: boolean;
}

/** How much of a product there is, and what changes it. */
export function StockPanel({ product, stock, mayMove }: StockPanelProps) {
  const { products: words } = useTexts();
  const [movement, setMovement] = useState<Movement>();
  return (
    <Panel
      title={words.stock}
      tools={
        mayMove && (
          <div className="actions">
            <Button size="compact-sm" variant="default" onClick={() => setMovement('receipts')}>
              {words.receive}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setMovement('corrections')}>
              {words.correct}
            </Button>
          </div>
        )
      }
    >
      <dl className="states">
        <div>
          <dt>{words.available}</dt>
          <dd>
            <Money amount={stock.available} />
          </dd>
        </div>
        <div>
          <dt>{words.reserved}</dt>
          <dd>
            <Money amount={stock.reserved} />
          </dd>
        </div>
        <div>
          <dt>{words.onHand}</dt>
          <dd>
            <Money amount={stock.onHand} />
          </dd>
        </div>
      </dl>
      {movement && (
        <MoveStock product={product} movement={movement} onClose={() => setMovement(undefined)} />
      )}
    </Panel>
  );
}
