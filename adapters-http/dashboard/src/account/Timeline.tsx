import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { TimelineEntry } from '../api/model';
import { useMay } from '../app/me';
import { ACCOUNT, sentenceOf } from '../audit/sentence';
import { usePeople, type People } from '../audit/usePeople';
import { Loading } from '../parts/Loading';
import { Empty, Panel } from '../parts/Page';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { useTimeline } from './useCare';

/** What happened to one account, and who did it. */
export function Timeline({ id }: { id: string }) {
  const { account: words, audit, failures } = useTexts();
  const may = useMay();
  const people = usePeople();
  const timeline = useTimeline(id);
  const entries = timeline.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Panel
      title={words.audit}
      tools={
        may('readAudit') && (
          <Link href={`/audit?accountId=${id}`} className="text-link">
            {audit.title}
          </Link>
        )
      }
    >
      <Loading query={timeline} rows={4} title={failures.loads.timeline} />
      {timeline.data && entries.length === 0 && <Empty>{words.auditEmpty}</Empty>}
      <ol className="entries">
        {entries.map((entry) => (
          <Entry key={entry.id} id={id} entry={entry} people={people} />
        ))}
      </ol>
      {timeline.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {audit.more}
        </Button>
      )}
    </Panel>
  );
}

interface EntryProps {
  id: string;
  entry: TimelineEntry;
  people: People;
}

function Entry({ id, entry, people }: EntryProps) {
  const texts = useTexts();
  const { actor, actorName, action, subject, reason, note } = entry;
  const nameOf = (reference: string) =>
    reference === actor && actorName ? actorName : people.nameOf(reference);
  const sentence = sentenceOf(
    texts,
    { nameOf },
    { actor, action, accountId: id, ...(subject && { subject }) },
  );
  return (
    <li className="entry">
      <div className="entry-head">
        <span className="entry-sentence" data-action={action}>
          {sentence.replaceAll(ACCOUNT, texts.audit.thisAccount)}
          {reason && <span className="entry-reason">: {reason}</span>}{' '}
          <SubjectLink subject={subject} />
        </span>
        <span className="faint entry-when">
          <When at={entry.at} />
        </span>
      </div>
      {note && <p className="note-text">{note}</p>}
    </li>
  );
}

/** The page of an order or a transfer that an entry is about. */
function SubjectLink({ subject }: { subject: string | undefined }) {
  const { orders, transfers } = useTexts();
  const [kind, id = ''] = subject?.split(':') ?? [];
  const target =
    kind === 'order'
      ? ([orders.one, `/orders?open=${id}`] as const)
      : kind === 'transfer'
        ? ([transfers.one, `/transfers?open=${id}`] as const)
        : undefined;
  return target ? (
    <Link href={target[1]} className="text-link">
      {target[0]}
    </Link>
  ) : null;
}
