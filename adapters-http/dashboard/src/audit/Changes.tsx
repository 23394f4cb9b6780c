import type { AuditEntry } from '../api/model';

/** What an entry says was changed; the server has masked what is personal. */
export function Changes({ changes }: { changes: AuditEntry['changes'] }) {
  return changes.length === 0 ? null : (
    <dl className="changes">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {before !== undefined && <del>{before}</del>} {after ?? '—'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
