import { Button, CloseButton, TextInput } from '@mantine/core';
import { useTexts } from '../text/language';
import { withNewPair, type Pair, type PairFault } from './metadata';

interface MetadataEditorProps {
  pairs: Pair[];
  faults: ReadonlyMap<number, PairFault>;
  /** What the server said of the metadata. */
  refused: string[];
  /** What the pairs are called, where they are no metadata. */
  labels?: { legend: string; add: string };
  onChange: (pairs: Pair[]) => void;
}

/** Pairs of key and value, each in fields of its own: no character of a key or a value means anything here. */
export function MetadataEditor({ pairs, faults, refused, labels, onChange }: MetadataEditorProps) {
  const words = useTexts().account.form;
  const change = (changed: Pair) =>
    onChange(pairs.map((pair) => (pair.id === changed.id ? changed : pair)));
  return (
    <fieldset className="metadata">
      <legend>{labels?.legend ?? words.metadata}</legend>
      {pairs.map((pair) => {
        const fault = faults.get(pair.id);
        return (
          <div key={pair.id} className="metadata-pair" data-key={pair.key}>
            <TextInput
              aria-label={words.metadataKey}
              placeholder={words.metadataKey}
              spellCheck={false}
              value={pair.key}
              error={fault && words.metadataFaults[fault]}
              onChange={(event) => change({ ...pair, key: event.currentTarget.value })}
            />
            <TextInput
              aria-label={words.metadataValue}
              placeholder={words.metadataValue}
              spellCheck={false}
              value={pair.value}
              onChange={(event) => change({ ...pair, value: event.currentTarget.value })}
            />
            <CloseButton
              aria-label={words.metadataRemove(pair.key)}
              onClick={() => onChange(pairs.filter(({ id }) => id !== pair.id))}
            />
          </div>
        );
      })}
      {refused.length > 0 && (
        <p role="alert" className="complaint">
          {refused.join('; ')}
        </p>
      )}
      <p className="faint">{words.metadataHint}</p>
      <div>
        <Button size="xs" variant="default" onClick={() => onChange(withNewPair(pairs))}>
          {labels?.add ?? words.metadataAdd}
        </Button>
      </div>
    </fieldset>
  );
}
