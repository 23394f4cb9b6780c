import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { SearchField } from '../../parts/SearchField';
import { useQueryState } from '../../state/useQueryState';
import type { Sort } from '../api';
import { Failure } from '../page/Failure';
import { More } from '../page/More';
import { Page, Waiting } from '../page/Page';
import { useTexts } from '../text/language';
import { ProductCard } from './ProductCard';
import { catalogue } from './queries';

const STANDARD = { q: '', sort: '-createdAt' };
const SORTS: readonly Sort[] = ['-createdAt', 'title', '-title'];
const SEARCH_MIN = 3;

/** All that is for sale. */
export function Catalogue() {
  const texts = useTexts();
  const { catalogue: words } = texts;
  const [state, change] = useQueryState(STANDARD);
  const q = state.q.trim();
  const isShort = q.length > 0 && q.length < SEARCH_MIN;
  const sort = SORTS.find((one) => one === state.sort) ?? '-createdAt';
  const found = useInfiniteQuery({
    ...catalogue(isShort ? '' : q, sort),
    placeholderData: keepPreviousData,
  });
  const products = found.data?.pages.flatMap((page) => page.data);
  return (
    <Page title={words.title}>
      <div className="tools">
        <SearchField
          label={words.search}
          placeholder={words.search}
          q={state.q}
          onSearch={(typed) => change({ q: typed })}
        />
        <NativeSelect
          aria-label={words.sort}
          value={sort}
          data={SORTS.map((one) => ({ value: one, label: words.sorts[one] }))}
          onChange={(event) => change({ sort: event.currentTarget.value })}
        />
      </div>
      {isShort && <p className="faint">{words.short}</p>}
      {found.isPending && <Waiting />}
      {found.isError && (
        <Failure
          error={found.error}
          title={texts.failures.loads.catalogue}
          retry={() => void found.refetch()}
        />
      )}
      {products?.length === 0 && (
        <p className="empty">{q && !isShort ? words.noneMatch(q) : words.empty}</p>
      )}
      <ul className="cards" aria-busy={found.isPlaceholderData}>
        {products?.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
      <More list={found} />
    </Page>
  );
}
