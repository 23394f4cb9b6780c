import { useEffect } from 'react';
import { Refused } from '../api/problem';
import { useMay } from '../app/me';
import { StatusBadge } from '../parts/Badge';
import { Failure } from '../parts/failure';
import { Rows } from '../parts/Rows';
import { useTexts } from '../text/language';
import { AccountOrders } from './AccountOrders';
import { Actions } from './Actions';
import { Balances } from './Balances';
import { Details } from './Details';
import { Notes } from './Notes';
import { Owner } from './Owner';
import { Timeline } from './Timeline';
import { useOpenedAccount } from './useAccount';
import { ViewsPanel } from './ViewsPanel';

const WAITING_ROWS = 9;

/** All there is to know of one account. */
export function AccountView({ id, isPage = false }: { id: string; isPage?: boolean }) {
  const texts = useTexts();
  const may = useMay();
  const opened = useOpenedAccount(id);
  const name = opened.data?.account.name;
  const Heading = isPage ? 'h1' : 'h2';
  const isErased = opened.error instanceof Refused && opened.error.type === 'account-erased';

  useEffect(() => {
    if (isPage && name !== undefined) {
      document.title = `${name} · ${texts.name}`;
    }
  }, [isPage, name, texts.name]);

  if (opened.isPending) {
    return <Rows count={WAITING_ROWS} />;
  }
  if (!opened.data && !isErased) {
    return (
      <Failure
        error={opened.error}
        title={texts.failures.loads.account}
        retry={() => void opened.refetch()}
      />
    );
  }
  return (
    <article className={isPage ? 'account account-page' : 'account'}>
      {opened.data && !isErased ? (
        <>
          <header className="account-head">
            <div>
              <Heading>{opened.data.account.name}</Heading>
              <StatusBadge status={opened.data.account.status} />
            </div>
            <Actions opened={opened.data} />
          </header>
          <Owner id={id} />
          <Details account={opened.data.account} />
          <Notes id={id} />
        </>
      ) : (
        <header className="account-head">
          <div>
            <Heading>{texts.account.erased}</Heading>
            <p className="faint">{texts.account.erasedLead}</p>
            <code className="faint">{id}</code>
          </div>
        </header>
      )}
      <ViewsPanel id={id} isOpen={!isErased && opened.data?.account.status !== 'closed'} />
      {!isErased && may('readLedger') && <Balances id={id} />}
      {may('readOrders') && <AccountOrders id={id} />}
      <Timeline id={id} />
    </article>
  );
}
