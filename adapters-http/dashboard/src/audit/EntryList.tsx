import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { AuditEntry } from '../api/model';
import { Failure } from '../parts/failure';
import { Empty } from '../parts/Page';
import { Rows } from '../parts/Rows';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { Changes } from './Changes';
import type { Entries } from './useEntries';

interface EntryListProps {
  entries: Entries;
  empty: string;
  /** Whether the entries are of many accounts, so that each names its own. */
  isWide?: boolean;
}

/** Entries of the audit trail, and the way to older ones. */
export function EntryList({ entries, empty, isWide = false }: EntryListProps) {
  const { failures, audit } = useTexts();
  const { loads } = failures;
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
          <Entry key={entry.id} entry={entry} isWide={isWide} />
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

function Entry({ entry, isWide }: { entry: AuditEntry; isWide: boolean }) {
  const { audit } = useTexts();
  return (
    <li className="entry">
      <div className="entry-head">
        <strong className="entry-action">{entry.action}</strong>
        <span className="entry-actor">{entry.actor}</span>
        <span className="faint entry-when">
          <When at={entry.at} />
        </span>
      </div>
      {isWide && entry.accountId && (
        <Link href={`/accounts/${entry.accountId}`} className="text-link entry-subject">
          {entry.accountId}
        </Link>
      )}
      {isWide && !entry.accountId && entry.subject && (
        <code className="entry-subject">{entry.subject}</code>
      )}
      <Changes changes={entry.changes} />
      {entry.reason && <p className="entry-reason">“{entry.reason}”</p>}
      {isWide && (
        <p className="faint entry-request">
          {audit.request} <code>{entry.requestId}</code>
        </p>
      )}
    </li>
  );
}
