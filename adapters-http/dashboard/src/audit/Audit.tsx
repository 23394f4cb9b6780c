import { Button, Select, TextInput } from '@mantine/core';
import { AccountField } from '../parts/AccountField';
import { Page } from '../parts/Page';
import { SavedViews } from '../parts/SavedViews';
import { useQueryState } from '../state/useQueryState';
import { useTexts } from '../text/language';
import { EntryList } from './EntryList';
import { ExportEntries } from './ExportEntries';
import { useEntries, type EntryFilter } from './useEntries';
import { usePeople } from './usePeople';
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
  const { audit } = useTexts();
  const [state, change] = useQueryState(STANDARD);
  const filter = filterOf(state);
  const entries = useEntries(filter);
  return (
    <Page
      title={audit.title}
      actions={
        <>
          <ExportEntries filter={filter} />
          <VerifyChain />
        </>
      }
    >
      <EntryFilters state={state} change={change} />
      <section className="panel">
        <EntryList entries={entries} empty={audit.empty} isWide />
      </section>
    </Page>
  );
}

interface EntryFiltersProps {
  state: State;
  change: (changes: Partial<State>) => void;
}

function EntryFilters({ state, change }: EntryFiltersProps) {
  const { audit, common } = useTexts();
  const { choices } = usePeople();
  const isFiltered = Object.values(state).some((value) => value !== '');
  const actions = Object.entries(audit.actions).map(([value, label]) => ({ value, label }));
  const day = (name: 'from' | 'to', label: string) => (
    <TextInput
      type="date"
      label={label}
      value={state[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className="filters filters-labelled" role="search">
      <Select
        label={audit.actor}
        placeholder={audit.anyone}
        data={withValue(choices, state.actor)}
        value={state.actor || null}
        onChange={(value) => change({ actor: value ?? '' })}
        searchable
        clearable
      />
      <Select
        label={audit.action}
        placeholder={audit.anyAction}
        data={withValue(actions, state.action)}
        value={state.action || null}
        onChange={(value) => change({ action: value ?? '' })}
        searchable
        clearable
      />
      <AccountField id={state.accountId} onChange={(accountId) => change({ accountId })} />
      {day('from', common.from)}
      {day('to', common.to)}
      {isFiltered && (
        <Button variant="subtle" onClick={() => change(STANDARD)}>
          {common.clear}
        </Button>
      )}
      <span className="filters-end">
        <SavedViews list="audit" />
      </span>
    </div>
  );
}

/** The choices, with the chosen value among them where it came by a link. */
function withValue(choices: readonly { value: string; label: string }[], value: string) {
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return isKnown ? [...choices] : [...choices, { value, label: value }];
}
