import type { Texts } from '../text/en';
import { faultText } from '../text/faults';
import { useLanguage } from '../text/language';
import type { BadLine, Progress } from './importing';

function reason(bad: BadLine, texts: Texts, number: (n: number) => string): string {
  const words = texts.import;
  if ('fault' in bad) {
    const { fault } = bad;
    return fault.kind === 'tooLong' ? words.tooLong : words[fault.kind](number(fault.line));
  }
  return (bad.errors ?? []).map((fault) => faultText(texts, fault)).join(' ') || texts.faults.other;
}

/** The lines that were not taken, and why. */
export function ImportFaults({ progress }: { progress: Progress }) {
  const { texts, format } = useLanguage();
  const words = texts.import;
  const more = progress.badCount - progress.bad.length;
  return (
    // A region that scrolls has to be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="import-faults" tabIndex={0} role="region" aria-label={words.fault}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {words.row}
            </th>
            <th scope="col">{words.fault}</th>
          </tr>
        </thead>
        <tbody>
          {progress.bad.map((bad) => (
            <tr key={bad.line}>
              <td className="number">{format.number(bad.line)}</td>
              <td>{reason(bad, texts, format.number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="faint">{words.moreFaults(format.number(more))}</p>}
    </div>
  );
}
