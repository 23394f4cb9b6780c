import { Button, Select } from '@mantine/core';
import { Link } from 'wouter';
import type { Event } from '../api/model';
import { AccountField } from '../parts/AccountField';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { Failure } from '../parts/failure';
import { Empty, Page } from '../parts/Page';
import { Rows } from '../parts/Rows';
import { SavedViews } from '../parts/SavedViews';
import { When } from '../parts/When';
import { useQueryState } from '../state/useQueryState';
import { useTexts } from '../text/language';
import { useEvents } from './useEvents';

const STANDARD = { types: '', accountId: '' };
const KINDS = [
  'account',
  'operator',
  'key',
  'session',
  'task',
  'pocket',
  'transfer',
  'asset',
  'price',
  'webhook',
  'product',
  'order',
] as const;

/** What happens in the service, as it happens. */
export default function Events() {
  const { events: words, failures } = useTexts();
  const [filter, change] = useQueryState(STANDARD);
  const { stored, events } = useEvents(filter);
  return (
    <Page title={words.title} note={<span className="faint">{words.lead}</span>}>
      <EventFilters filter={filter} change={change} />
      {stored.isError && (
        <Failure
          error={stored.error}
          title={failures.loads.events}
          retry={() => void stored.refetch()}
        />
      )}
      {stored.isPending && <Rows count={8} />}
      {stored.data && events.length === 0 && <Empty>{words.empty}</Empty>}
      {events.length > 0 && <EventTable events={events} />}
      {stored.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          className="more"
          loading={stored.isFetchingNextPage}
          onClick={() => void stored.fetchNextPage()}
        >
          {words.earlier}
        </Button>
      )}
    </Page>
  );
}

interface EventFiltersProps {
  filter: typeof STANDARD;
  change: (changes: Partial<typeof STANDARD>) => void;
}

function EventFilters({ filter, change }: EventFiltersProps) {
  const { events: words, common } = useTexts();
  const kinds = KINDS.map((kind) => ({ value: `${kind}.*`, label: words.kinds[kind] }));
  const isKnown = filter.types === '' || kinds.some(({ value }) => value === filter.types);
  return (
    <div className="filters filters-labelled" role="search">
      <Select
        label={words.kind}
        placeholder={words.anyKind}
        data={isKnown ? kinds : [...kinds, { value: filter.types, label: filter.types }]}
        value={filter.types || null}
        onChange={(value) => change({ types: value ?? '' })}
        clearable
      />
      <AccountField id={filter.accountId} onChange={(accountId) => change({ accountId })} />
      {(filter.types || filter.accountId) && (
        <Button variant="subtle" onClick={() => change(STANDARD)}>
          {common.clear}
        </Button>
      )}
      <span className="filters-end">
        <SavedViews list="events" />
      </span>
    </div>
  );
}

function EventTable({ events }: { events: readonly Event[] }) {
  const texts = useTexts();
  const { events: words, audit, faults } = texts;
  const labels: Record<string, string> = { ...audit.actions, ...words.types };
  const fields: Record<string, string> = { ...audit.fields, ...faults.fields };
  const nameOf = ({ type }: Event) => labels[type] ?? type;
  const columns: TableColumn<Event>[] = [
    {
      id: 'account',
      label: words.about,
      width: 150,
      cell: ({ accountId, subject }) =>
        accountId ? (
          <Link href={`/accounts/${accountId}`} className="text-link">
            {words.account} …{accountId.slice(-8)}
          </Link>
        ) : (
          <code>
            {subject.kind} …{subject.id.slice(-8)}
          </code>
        ),
      tooltip: ({ subject }) => `${subject.kind} ${subject.id}`,
    },
    {
      id: 'changed',
      label: words.changed,
      width: 180,
      cell: ({ changed }) => changed.map((field) => fields[field] ?? field).join(', ') || '—',
    },
    { id: 'type', label: words.type, width: 170, cell: ({ type }) => <code>{type}</code> },
    { id: 'at', label: audit.at, width: 150, cell: ({ at }) => <When at={at} /> },
    {
      id: 'position',
      label: words.position,
      width: 100,
      isNumber: true,
      cell: ({ position }) => <code>{position}</code>,
    },
  ];
  return (
    <DataTable
      label={words.title}
      rows={events}
      idOf={({ id }) => id}
      nameOf={nameOf}
      name={{ id: 'event', label: words.event, width: 190, cell: nameOf }}
      columns={columns}
    />
  );
}
