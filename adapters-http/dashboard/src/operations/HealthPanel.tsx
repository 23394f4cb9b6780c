import { StatusBadge } from '../parts/Badge';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Page';
import { useNow } from '../parts/When';
import { useLanguage } from '../text/language';
import { useBooks, useFlushes, useHealth } from './queries';

const TICK_MILLIS = 5000;
const NAMES: Record<string, string> = { postgresql: 'PostgreSQL', redis: 'Redis' };

/** Whether everything is up, and how far the durable counts are behind. */
export function HealthPanel() {
  const { texts, format } = useLanguage();
  const { loads } = texts.failures;
  const words = texts.operations;
  const health = useHealth();
  const books = useBooks();
  const flushes = useFlushes();
  const now = useNow(TICK_MILLIS);
  const last = flushes.data?.data[0];
  const figures = books.data && [books.data.unsent, books.data.open, books.data.sealed];
  const isKnown = figures?.every((figure) => figure !== null);
  const pending = figures?.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
  return (
    <Panel title={words.health}>
      <Loading query={health} rows={4} title={loads.system} />
      {health.data && (
        <dl className="states">
          <div>
            <dt>{words.service}</dt>
            <dd>
              <span className={`badge badge-${health.data.isReady ? 'up' : 'down'}`}>
                {health.data.isReady ? words.ready : words.notReady}
              </span>
            </dd>
          </div>
          {Object.entries(health.data.dependencies).map(([name, state]) => (
            <div key={name}>
              <dt>{NAMES[name] ?? name}</dt>
              <dd>
                <StatusBadge status={state === 'up' ? 'up' : 'down'} />
              </dd>
            </div>
          ))}
          <div>
            <dt>{words.lag}</dt>
            <dd>{flushes.data && (last ? format.ago(last.at, now) : words.lagNone)}</dd>
          </div>
          <div>
            <dt>{words.pending}</dt>
            <dd>{pending !== undefined && (isKnown ? format.number(pending) : '—')}</dd>
          </div>
        </dl>
      )}
    </Panel>
  );
}
