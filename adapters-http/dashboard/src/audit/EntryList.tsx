import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'wouter';
import type { AuditEntry } from '../api/model';
import { Failure } from '../parts/failure';
import { Empty } from '../parts/Page';
import { Rows } from '../parts/Rows';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { EntryDetails } from './EntryDetails';
import { ACCOUNT, sentenceOf } from './sentence';
import type { Entries } from './useEntries';
import { usePeople, type People } from './usePeople';

interface EntryListProps {
  entries: Entries;
  empty: string;
  /** Whether the entries are of many accounts, so that each links to its own. */
  isWide?: boolean;
}

/** Entries of the audit trail, and the way to older ones. */
export function EntryList({ entries, empty, isWide = false }: EntryListProps) {
  const { failures, audit } = useTexts();
  const { loads } = failures;
  const people = usePeople();
  const all = entries.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      {entries.isError && (
        <Failure error={entries.error} title={loads.audit} retry={() => void entries.refetch()} />
      )}
      {entries.isPending && <Rows count={6} />}
      {entries.data && all.length === 0 && <Empty>{empty}</Empty>}
      <ol className="entries">
        {all.map((entry) => (
          <Entry key={entry.id} entry={entry} isWide={isWide} people={people} />
        ))}
      </ol>
      {entries.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {audit.more}
        </Button>
      )}
    </>
  );
}

interface EntryProps {
  entry: AuditEntry;
  isWide: boolean;
  people: People;
}

function Entry({ entry, isWide, people }: EntryProps) {
  const texts = useTexts();
  const parts = sentenceOf(texts, people, entry).split(ACCOUNT);
  return (
    <li className="entry">
      <div className="entry-head">
        <span className="entry-sentence" data-action={entry.action}>
          {parts.map((part, i) => (
            // The parts of a sentence never change places.
            <Fragment key={i}>
              {i > 0 && <AccountLink id={entry.accountId} isWide={isWide} />}
              {part}
            </Fragment>
          ))}
          {entry.reason && <span className="entry-reason">: {entry.reason}</span>}
        </span>
        <span className="faint entry-when">
          <When at={entry.at} />
        </span>
      </div>
      <EntryDetails entry={entry} />
    </li>
  );
}

function AccountLink({ id, isWide }: { id: string | undefined; isWide: boolean }) {
  const { audit } = useTexts();
  return isWide && id ? (
    <Link href={`/accounts/${id}`} className="text-link" title={id}>
      {audit.anAccount}
    </Link>
  ) : (
    <>{audit.thisAccount}</>
  );
}
