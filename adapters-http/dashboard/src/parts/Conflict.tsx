import { Button, Group } from '@mantine/core';
import { useTexts } from '../text/language';
import type { Overlap } from '../state/changes';

interface ConflictProps {
  overlaps: readonly Overlap[];
  labelOf: (part: string) => string;
  isBusy: boolean;
  onOverwrite: () => void;
  onDiscard: () => void;
}

/** The values that two people changed at once, beside each other. */
export function Conflict({ overlaps, labelOf, isBusy, onOverwrite, onDiscard }: ConflictProps) {
  const texts = useTexts();
  const words = texts.account.conflict;
  return (
    <div className="form" role="alert">
      <p className="lead">{words.lead}</p>
      <table className="table conflict">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.theirs}</th>
            <th scope="col">{words.mine}</th>
          </tr>
        </thead>
        <tbody>
          {overlaps.map(({ part, current, mine }) => (
            <tr key={part}>
              <th scope="row">{labelOf(part)}</th>
              <td>{current ?? '—'}</td>
              <td className="is-mine">{mine ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDiscard}>
          {words.discard}
        </Button>
        <Button loading={isBusy} onClick={onOverwrite}>
          {words.overwrite}
        </Button>
      </Group>
    </div>
  );
}
