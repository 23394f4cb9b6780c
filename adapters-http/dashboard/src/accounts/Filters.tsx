import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { SearchField } from '../parts/SearchField';
import { useTexts } from '../text/language';
import { STANDARD, type ListState } from './filters';

interface FiltersProps {
  state: ListState;
  isFiltered: boolean;
  onChange: (change: Partial<ListState>) => void;
  children: ReactNode;
}

/** What narrows the list. The server does the searching. */
export function Filters({ state, isFiltered, onChange, children }: FiltersProps) {
  const texts = useTexts();
  const words = texts.accounts;
  const clear = () =>
    onChange({
      q: STANDARD.q,
      status: STANDARD.status,
      createdFrom: STANDARD.createdFrom,
      createdTo: STANDARD.createdTo,
    });
  return (
    <div className="filters" role="search">
      <SearchField
        label={words.search}
        placeholder={words.searchShort}
        q={state.q}
        onSearch={(q) => onChange({ q })}
      />
      <NativeSelect
        aria-label={texts.common.status}
        value={state.status}
        onChange={(event) => onChange({ status: event.currentTarget.value })}
        data={[
          { value: '', label: words.anyStatus },
          { value: 'active', label: texts.status.active },
          { value: 'suspended', label: texts.status.suspended },
          { value: 'closed', label: texts.status.closed },
        ]}
      />
      <TextInput
        type="date"
        aria-label={words.createdFrom}
        title={words.createdFrom}
        value={state.createdFrom}
        onChange={(event) => onChange({ createdFrom: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        aria-label={words.createdTo}
        title={words.createdTo}
        value={state.createdTo}
        onChange={(event) => onChange({ createdTo: event.currentTarget.value })}
      />
      {isFiltered && (
        <Button variant="subtle" onClick={clear}>
          {texts.common.clear}
        </Button>
      )}
      <span className="filters-end">{children}</span>
    </div>
  );
}
