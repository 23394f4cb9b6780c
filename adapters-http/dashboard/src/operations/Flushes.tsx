import { Loading } from '../parts/Loading';
import { Empty, Panel } from '../parts/Page';
import { When } from '../parts/When';
import { useLanguage } from '../text/language';
import { useFlushes } from './queries';

const FIGURES = ['batches', 'accounts', 'views', 'rejected'] as const;

/** What the last flushes did. */
export function Flushes() {
  const { texts, format } = useLanguage();
  const { loads } = texts.failures;
  const words = texts.operations;
  const flushes = useFlushes();
  return (
    <Panel title={words.flushes}>
      <Loading query={flushes} rows={8} title={loads.system} />
      {flushes.data?.data.length === 0 && <Empty>{words.flushesEmpty}</Empty>}
      {flushes.data && flushes.data.data.length > 0 && (
        <div className="table-frame">
          <table className="table" aria-label={words.flushes}>
            <thead>
              <tr>
                <th scope="col">{words.at}</th>
                {FIGURES.map((figure) => (
                  <th key={figure} scope="col" className="number">
                    {words[figure]}
                  </th>
                ))}
                <th scope="col" className="number">
                  {words.took}
                </th>
              </tr>
            </thead>
            <tbody>
              {flushes.data.data.map((flush) => (
                <tr key={flush.at}>
                  <th scope="row">
                    <When at={flush.at} />
                  </th>
                  {FIGURES.map((figure) => (
                    <td key={figure} data-label={words[figure]} className="number">
                      {format.number(flush[figure])}
                    </td>
                  ))}
                  <td data-label={words.took} className="number">
                    {format.duration(flush.durationMillis)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
