import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { Icon } from '../parts/Icon';
import { useTexts } from '../text/language';
import { STANDARD, type ListState } from './filters';

const PAUSE_MILLIS = 250;
const LENS = 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21';

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
      <SearchField q={state.q} onSearch={(q) => onChange({ q })} />
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

/** Asks when the reader pauses, not at each letter. What is typed is never replaced by its own result. */
function SearchField({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const { accounts } = useTexts();
  const [typed, setTyped] = useState(q);
  const [asked, setAsked] = useState(q);
  if (q !== asked) {
    // The address changed by something other than this field.
    setAsked(q);
    setTyped(q);
  }
  const ask = useEffectEvent((text: string) => {
    setAsked(text);
    onSearch(text);
  });
  useEffect(() => {
    if (typed === asked) {
      return;
    }
    const timer = setTimeout(() => ask(typed), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return (
    <TextInput
      type="search"
      className="search"
      data-hotkey="/"
      leftSection={<Icon path={LENS} size={16} />}
      aria-label={accounts.search}
      placeholder={accounts.searchShort}
      title={accounts.search}
      value={typed}
      maxLength={100}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
