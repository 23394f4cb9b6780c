import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasket } from '../basket/useBasket';
import { catalogue } from '../catalogue/queries';
import { keepChoice, readChoice } from '../../state/cookies';
import { Failure } from '../page/Failure';
import { Page, Waiting } from '../page/Page';
import { useTexts } from '../text/language';
import { Holdings } from './Holdings';
import { ownPortfolio } from './queries';

const CHOICE = 'store-quote';

/** What the customer's account holds. */
export function Balance() {
  const { balance: words, failures } = useTexts();
  const basket = useBasket();
  const offered = useInfiniteQuery(catalogue('', '-createdAt'));
  const [chosen, setChosen] = useState(() => readChoice(CHOICE));
  const prices = offered.data?.pages.flatMap(({ data }) => data.flatMap((each) => each.prices));
  const currencies = [...new Set(prices?.map(({ currency }) => currency))].sort();
  const quote =
    currencies.find((currency) => currency === chosen) ?? basket?.currency ?? currencies[0];
  const portfolio = useQuery({ ...ownPortfolio(quote ?? ''), enabled: quote !== undefined });
  const failed = offered.isError ? offered : portfolio.isError ? portfolio : undefined;
  return (
    <Page title={words.title}>
      {failed ? (
        <Failure
          error={failed.error}
          title={failures.loads.balance}
          retry={() => void failed.refetch()}
        />
      ) : quote === undefined && !offered.isPending ? (
        <p className="empty">{words.noCurrency}</p>
      ) : portfolio.data ? (
        <Holdings portfolio={portfolio.data} />
      ) : (
        <Waiting />
      )}
      {quote !== undefined && currencies.length > 1 && (
        <NativeSelect
          className="quote"
          label={words.quote}
          value={quote}
          data={currencies}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            keepChoice(CHOICE, event.currentTarget.value);
          }}
        />
      )}
    </Page>
  );
}
