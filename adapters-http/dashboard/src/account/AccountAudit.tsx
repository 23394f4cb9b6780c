import { EntryList } from '../audit/EntryList';
import { useEntries } from '../audit/useEntries';
import { Panel } from '../parts/Page';
import { useTexts } from '../text/language';

/** What happened to one account, and who did it. */
export function AccountAudit({ id }: { id: string }) {
  const { account } = useTexts();
  const entries = useEntries({ accountId: id });
  return (
    <Panel title={account.audit}>
      <EntryList entries={entries} empty={account.auditEmpty} />
    </Panel>
  );
}
