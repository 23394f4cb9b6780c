import { Link } from 'wouter';
import type { Product } from '../api';
import { useAmount } from '../page/useAmount';
import { useTexts } from '../text/language';

const COLOURS = { 'in-stock': 'good', few: 'warn', none: 'plain' } as const;

/** Whether there is any of a product, in a word and a colour. */
export function Availability({ of }: { of: Product['availability'] }) {
  const { catalogue: words } = useTexts();
  return <span className={`badge badge-${COLOURS[of]}`}>{words.availability[of]}</span>;
}

/** A product in the catalogue. */
export function ProductCard({ product }: { product: Product }) {
  const { catalogue: words } = useTexts();
  const amount = useAmount();
  const prices = product.prices.map((price) => amount(price.amount, price.currency));
  return (
    <li>
      <Link href={`/products/${product.id}`} className="card">
        <span className="card-title">{product.title}</span>
        <span className="card-text">{product.text}</span>
        <span className="card-foot">
          <strong className="price">{prices.join(' · ') || words.noPrice}</strong>
          <Availability of={product.availability} />
        </span>
      </Link>
    </li>
  );
}
