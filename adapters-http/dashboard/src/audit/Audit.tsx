import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Page } from '../parts/Page';
import { useQueryState } from '../state/useQueryState';
import { useTexts } from '../text/language';
import { EntryList } from './EntryList';
import { useEntries, type EntryFilter } from './useEntries';
import { VerifyChain } from './VerifyChain';

const STANDARD = { actor: '', action: '', accountId: '', from: '', to: '' };
type State = typeof STANDARD;

/** The API takes what is filled in; days are the reader's own. */
function filterOf({ from, to, ...texts }: State): EntryFilter {
  const start = (day: string) => new Date(`${day}T00:00:00`);
  const instants = Object.entries({ from: start(from), to: start(to) })
    .filter(([, at]) => !Number.isNaN(at.getTime()))
    .map(([name, at]) => [name, at.toISOString()] as const);
  const filled = Object.entries(texts).filter(([, text]) => text !== '');
  return Object.fromEntries([...filled, ...instants]);
}

/** Who did what, and whether the record of it is whole. */
export default function Audit() {
  const { audit, common } = useTexts();
  const [state, change] = useQueryState(STANDARD);
  const [typed, setTyped] = useState(state);
  const entries = useEntries(filterOf(state));
  const isFiltered = Object.values(state).some((value) => value !== '');

  const field = (name: keyof State, label: string, type = 'text') => (
    <TextInput
      type={type}
      label={label}
      value={typed[name]}
      onChange={(event) => {
        const next = { ...typed, [name]: event.currentTarget.value };
        setTyped(next);
        if (type === 'date') {
          change(next);
        }
      }}
      onBlur={() => change({ [name]: typed[name].trim() })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          change({ [name]: typed[name].trim() });
        }
      }}
    />
  );
  return (
    <Page title={audit.title} actions={<VerifyChain />}>
      <div className="filters filters-labelled" role="search">
        {field('actor', audit.actor)}
        {field('action', audit.action)}
        {field('accountId', audit.account)}
        {field('from', common.from, 'date')}
        {field('to', common.to, 'date')}
        {isFiltered && (
          <Button
            variant="subtle"
            onClick={() => {
              setTyped(STANDARD);
              change(STANDARD);
            }}
          >
            {common.clear}
          </Button>
        )}
      </div>
      <section className="panel">
        <EntryList entries={entries} empty={audit.empty} isWide />
      </section>
    </Page>
  );
}
