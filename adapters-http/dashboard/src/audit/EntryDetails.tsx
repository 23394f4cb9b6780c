import type { AuditEntry } from '../api/model';
import { useTexts } from '../text/language';

/** The changed fields, whose personal values the server has masked, and the ids of an entry. */
export function EntryDetails({ entry }: { entry: AuditEntry }) {
  const { audit, common, faults } = useTexts();
  const labels: Record<string, string> = { ...audit.fields, ...faults.fields };
  return (
    <details className="entry-details">
      <summary>{audit.details}</summary>
      {entry.changes.length > 0 && (
        <table className="table changes">
          <thead>
            <tr>
              <th scope="col">{audit.field}</th>
              <th scope="col">{audit.from}</th>
              <th scope="col">{audit.to}</th>
            </tr>
          </thead>
          <tbody>
            {entry.changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{labels[field] ?? field}</th>
                <td>{before ?? '—'}</td>
                <td>{after ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className="entry-ids">
        <Pair label={common.id} value={entry.id} />
        {entry.accountId && <Pair label={audit.account} value={entry.accountId} />}
        <Pair label={audit.request} value={entry.requestId} />
        <Pair label={audit.actor} value={entry.actor} />
        <Pair label={audit.action} value={entry.action} />
      </dl>
    </details>
  );
}

function Pair({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{value}</code>
      </dd>
    </div>
  );
}
