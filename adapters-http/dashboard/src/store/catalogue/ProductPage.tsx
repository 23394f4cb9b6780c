import { useQuery } from '@tanstack/react-query';
import { Refused } from '../../api/problem';
import type { Product } from '../api';
import { Failure } from '../page/Failure';
import { NotFound } from '../page/NotFound';
import { Page, Waiting } from '../page/Page';
import { useTexts } from '../text/language';
import { AddToBasket } from './AddToBasket';
import { Availability } from './ProductCard';
import { productVisit } from './queries';

/** One product: what it is, what it costs, and the way into the basket. */
export function ProductPage({ id }: { id: string }) {
  const texts = useTexts();
  const { data: product, error, isPending, refetch } = useQuery(productVisit(id));
  if (error instanceof Refused && (error.status === 404 || error.status === 400)) {
    return <NotFound lead={texts.failures.noProduct} />;
  }
  if (error) {
    return (
      <Failure error={error} title={texts.failures.loads.product} retry={() => void refetch()} />
    );
  }
  return isPending ? <Waiting /> : <ProductDetails product={product} />;
}

function ProductDetails({ product }: { product: Product }) {
  const { catalogue: words } = useTexts();
  return (
    <Page title={product.title} back={{ href: '/', label: words.back }}>
      <div className="product">
        <div className="panel">
          <Availability of={product.availability} />
          {product.text && <p className="prose">{product.text}</p>}
          <h2>{words.details}</h2>
          <dl className="pairs">
            {[[words.sku, product.sku], ...Object.entries(product.attributes)].map(
              ([name, value]) => (
                <div key={name} className="pair">
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
            )}
          </dl>
        </div>
        <AddToBasket product={product} />
      </div>
    </Page>
  );
}
