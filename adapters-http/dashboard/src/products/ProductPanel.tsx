import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Product } from '../api/model';
import { useMay } from '../app/me';
import { SidePanel } from '../dialog/SidePanel';
import { DegradedBadge } from '../parts/Badge';
import { Failure } from '../parts/failure';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Page';
import { Pair } from '../parts/Pair';
import { Rows } from '../parts/Rows';
import { When } from '../parts/When';
import { useLanguage, useTexts } from '../text/language';
import { Prices } from './Prices';
import { ProductActions } from './ProductActions';
import { ProductState } from './ProductTable';
import { StockPanel } from './StockPanel';
import { REFRESH, useProduct } from './useProducts';

/** One product beside the list, with its prices, its stock and its views. */
export function ProductPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { products: words, failures } = useTexts();
  const mayChange = useMay()('changeProducts');
  const read = useProduct(id);
  const opened = read.data;
  return (
    <SidePanel
      label={words.product}
      closeLabel={words.closePanel}
      onClose={onClose}
      tools={opened && mayChange && <ProductActions opened={opened} />}
    >
      <Loading query={read} rows={6} title={failures.loads.product} />
      {opened && (
        <article className="account">
          <header className="account-head">
            <div>
              <h2>{opened.product.title}</h2>
              <ProductState status={opened.product.status} />
            </div>
          </header>
          <Details product={opened.product} />
          <Prices product={opened.product} mayChange={mayChange} />
          {opened.product.stock && (
            <StockPanel product={opened.product} stock={opened.product.stock} mayMove={mayChange} />
          )}
          <ProductViews id={id} />
        </article>
      )}
    </SidePanel>
  );
}

function Details({ product }: { product: Product }) {
  const { products: words, common } = useTexts();
  const attributes = Object.entries(product.attributes);
  return (
    <>
      {product.text && <p className="product-text">{product.text}</p>}
      <dl className="details">
        <Pair label={words.sku}>
          <code>{product.sku}</code>
        </Pair>
        <Pair label={words.kind}>{words.kinds[product.kind]}</Pair>
        {product.asset && (
          <Pair label={words.asset}>
            <code>{product.asset}</code>
          </Pair>
        )}
        <Pair label={words.scale}>{product.scale}</Pair>
        <Pair label={words.createdAt}>
          <When at={product.createdAt} />
        </Pair>
        <Pair label={words.updatedAt}>
          <When at={product.updatedAt} />
        </Pair>
        {attributes.length > 0 && (
          <Pair label={words.attributes}>
            <ul className="tags">
              {attributes.map(([key, value]) => (
                <li key={key}>
                  <span className="faint">{key}</span> {value}
                </li>
              ))}
            </ul>
          </Pair>
        )}
        <Pair label={common.id}>
          <code>{product.id}</code>
        </Pair>
      </dl>
    </>
  );
}

/** How often customers viewed the product. */
function ProductViews({ id }: { id: string }) {
  const { texts, format } = useLanguage();
  const { products: words, account, failures } = texts;
  const views = useQuery({
    queryKey: ['products', 'views', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/products/{id}/views', { params: { path: { id } }, signal })),
    refetchInterval: REFRESH,
  });
  const total = views.data;
  return (
    <Panel title={words.views}>
      {views.isPending && <Rows count={1} />}
      {views.isError && <Failure error={views.error} title={failures.loads.views} />}
      {total && (
        <div className="live">
          <span className="live-value">{format.number(total.total)}</span>
          <span className="live-words">
            <span>{words.viewsLead}</span>
            <span className="faint">
              {account.persisted(format.number(total.persisted))}
              {typeof total.pending === 'number' &&
                ` · ${account.pending(format.number(total.pending))}`}
            </span>
          </span>
          {total.degraded && <DegradedBadge />}
        </div>
      )}
    </Panel>
  );
}
