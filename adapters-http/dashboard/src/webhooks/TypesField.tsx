import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../text/language';
import { KINDS, typesOf } from './fields';

interface TypesFieldProps {
  types: readonly string[];
  error: string | undefined;
  onChange: (types: readonly string[]) => void;
}

const WHOLE: ReadonlySet<string> = new Set(KINDS.map((kind) => `${kind}.*`));

/** Chooses events: all of a kind by a box, single types by their names. */
export function TypesField({ types, error, onChange }: TypesFieldProps) {
  const { webhooks: words } = useTexts();
  const [typed, setTyped] = useState(() => types.filter((type) => !WHOLE.has(type)).join(', '));
  const kinds = types.filter((type) => WHOLE.has(type));
  const toggle = (type: string) =>
    kinds.includes(type) ? kinds.filter((one) => one !== type) : [...kinds, type];
  const report = (whole: readonly string[], text: string) =>
    onChange([...new Set([...whole, ...typesOf(text)])]);
  return (
    <fieldset className="choices types-field">
      <legend>{words.types}</legend>
      <div className="kinds">
        {KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={words.kinds[kind]}
            checked={kinds.includes(`${kind}.*`)}
            onChange={() => report(toggle(`${kind}.*`), typed)}
          />
        ))}
      </div>
      <TextInput
        label={words.singleTypes}
        description={words.singleTypesHint}
        spellCheck={false}
        value={typed}
        error={error}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          report(kinds, event.currentTarget.value);
        }}
      />
    </fieldset>
  );
}
