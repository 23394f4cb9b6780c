import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { answer, api } from '../api/client';
import type { Pocket } from '../api/model';
import { useAssets } from '../assets/useAssets';
import { Loading } from '../parts/Loading';
import { Money } from '../parts/Money';
import { Empty, Panel } from '../parts/Page';
import { useTexts } from '../text/language';
import { PocketEntries } from './PocketEntries';

/** What an account holds. */
export function Balances({ id }: { id: string }) {
  const { balances: words, failures, transfers } = useTexts();
  const [openId, setOpenId] = useState<string>();
  const pockets = useQuery({
    queryKey: ['account', id, 'pockets'],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/accounts/{id}/pockets', { params: { path: { id } }, signal })),
  });
  const rows = pockets.data?.data ?? [];
  return (
    <Panel
      title={words.title}
      tools={
        rows.length > 0 && (
          <Link href={`/transfers?accountId=${id}`} className="text-link">
            {transfers.title}
          </Link>
        )
      }
    >
      <Loading query={pockets} rows={2} title={failures.loads.pockets} />
      {pockets.data && rows.length === 0 && <Empty>{words.empty}</Empty>}
      {rows.length > 0 && (
        <>
          <div className="table-frame">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.pocket}</th>
                  <th scope="col" className="number">
                    {words.available}
                  </th>
                  <th scope="col" className="number">
                    {words.held}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((pocket) => (
                  <Fragment key={pocket.id}>
                    <PocketRow
                      pocket={pocket}
                      isOpen={openId === pocket.id}
                      onToggle={() => setOpenId(openId === pocket.id ? undefined : pocket.id)}
                    />
                    {openId === pocket.id && (
                      <tr>
                        <td colSpan={3}>
                          <PocketEntries pocket={pocket} />
                        </td>
                      </tr>
                    )}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </div>
          <PortfolioValue id={id} />
        </>
      )}
    </Panel>
  );
}

interface PocketRowProps {
  pocket: Pocket;
  isOpen: boolean;
  onToggle: () => void;
}

function PocketRow({ pocket, isOpen, onToggle }: PocketRowProps) {
  const { balances: words } = useTexts();
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="row-link link-button"
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          {pocket.name} <span className="faint">{pocket.asset}</span>
        </button>{' '}
        {pocket.status !== 'open' && (
          <span className="badge badge-suspended">{words.status[pocket.status]}</span>
        )}
      </th>
      <td className="number" data-label={words.available}>
        <Money amount={pocket.available} />
      </td>
      <td className="number" data-label={words.held}>
        <Money amount={pocket.held} />
      </td>
    </tr>
  );
}

/** What all pockets are worth in one asset. */
function PortfolioValue({ id }: { id: string }) {
  const { balances: words } = useTexts();
  const assets = useAssets();
  const codes = (assets.data?.data ?? [])
    .filter(({ kind }) => kind === 'money')
    .map(({ code }) => code);
  const [chosen, setChosen] = useState<string>();
  const quote = chosen ?? codes[0];
  const portfolio = useQuery({
    queryKey: ['account', id, 'portfolio', quote],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/accounts/{id}/portfolio', {
          params: { path: { id }, query: { quote: quote ?? '' } },
          signal,
        }),
      ),
    enabled: quote !== undefined,
  });
  if (quote === undefined || !portfolio.data) {
    return null;
  }
  const unpriced = portfolio.data.assets.filter(({ value }) => value === null);
  return (
    <div className="portfolio">
      <span>{words.worth}</span>
      <strong>
        <Money amount={portfolio.data.total} />
      </strong>
      <NativeSelect
        size="xs"
        aria-label={words.quote}
        value={quote}
        data={codes}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {unpriced.length > 0 && (
        <span className="faint">
          {words.unpriced(unpriced.map(({ asset }) => asset).join(', '))}
        </span>
      )}
    </div>
  );
}
