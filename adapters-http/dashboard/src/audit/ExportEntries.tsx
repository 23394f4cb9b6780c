import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { csvFile, save } from '../api/download';
import type { AuditEntry } from '../api/model';
import { useTelling } from '../parts/Toasts';
import { useLanguage } from '../text/language';
import type { EntryFilter } from './useEntries';
import { usePeople, type People } from './usePeople';

const PAGE = 200;
const ENTRIES_MAX = 10_000;
const HEADER = [
  'id',
  'at',
  'actor',
  'actorName',
  'action',
  'accountId',
  'subject',
  'changes',
  'reason',
  'requestId',
];

/** The newest entries that the filter selects, at most 10,000, and whether there are more. */
async function newest(filter: EntryFilter): Promise<{ entries: AuditEntry[]; isCut: boolean }> {
  const entries: AuditEntry[] = [];
  let cursor: string | undefined = '';
  while (cursor !== undefined && entries.length < ENTRIES_MAX) {
    const query: EntryFilter & { limit: number; cursor?: string } = { ...filter, limit: PAGE };
    if (cursor !== '') {
      query.cursor = cursor;
    }
    const page: { data: AuditEntry[]; nextCursor?: string } = await answer(
      api.GET('/v1/audit', { params: { query } }),
    );
    entries.push(...page.data);
    cursor = page.nextCursor;
  }
  return { entries, isCut: cursor !== undefined };
}

function row({ nameOf }: People, entry: AuditEntry): string[] {
  const changes = entry.changes.map(
    ({ field, before, after }) => `${field}: ${before ?? ''} → ${after ?? ''}`,
  );
  return [
    entry.id,
    entry.at,
    entry.actor,
    nameOf(entry.actor),
    entry.action,
    entry.accountId ?? '',
    entry.subject ?? '',
    changes.join('; '),
    entry.reason ?? '',
    entry.requestId,
  ];
}

/** Saves what the filters select as a CSV file. */
export function ExportEntries({ filter }: { filter: EntryFilter }) {
  const { texts, format } = useLanguage();
  const { audit, accounts } = texts;
  const people = usePeople();
  const { tell, tellFailure } = useTelling();
  const run = useMutation({
    mutationFn: () => newest(filter),
    onSuccess: ({ entries, isCut }) => {
      const rows = entries.map((entry) => row(people, entry));
      save(csvFile([HEADER, ...rows]), `audit-${new Date().toISOString().slice(0, 10)}.csv`);
      tell(isCut ? audit.cut(format.number(entries.length)) : accounts.exported);
    },
    onError: tellFailure,
  });
  return (
    <Button variant="default" disabled={run.isPending} onClick={() => run.mutate()}>
      {run.isPending ? audit.exporting : audit.exportCsv}
    </Button>
  );
}
