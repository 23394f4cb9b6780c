import type { Reconciliation } from '../api/model';
import { DegradedBadge } from '../parts/Badge';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Page';
import { useLanguage } from '../text/language';
import { useBooks } from './queries';

const LINES = ['counted', 'unsent', 'open', 'sealed', 'applied', 'rejected', 'lost'] as const;

/** Where every view is that was ever counted. */
export function Books() {
  const { texts, format } = useLanguage();
  const { loads } = texts.failures;
  const words = texts.operations;
  const books = useBooks();
  const { data } = books;
  return (
    <Panel title={words.books} tools={data && <Verdict books={data} />}>
      <Loading query={books} rows={7} title={loads.system} />
      {data && (
        <dl className="states states-figures">
          {LINES.map((line) => (
            <div key={line}>
              <dt>{words[line]}</dt>
              <dd>{data[line] === null ? '—' : format.number(data[line])}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="faint note">{words.booksNote}</p>
    </Panel>
  );
}

function Verdict({ books }: { books: Reconciliation }) {
  const { operations } = useLanguage().texts;
  if (books.degraded) {
    return <DegradedBadge />;
  }
  if (books.balanced === null) {
    return <span className="badge badge-degraded">{operations.unknown}</span>;
  }
  return (
    <span className={`badge badge-${books.balanced ? 'up' : 'down'}`}>
      {books.balanced ? operations.balanced : operations.unbalanced}
    </span>
  );
}
