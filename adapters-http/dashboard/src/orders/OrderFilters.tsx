import { Button, NativeSelect, TextInput } from '@mantine/core';
import { AccountField } from '../parts/AccountField';
import { SavedViews } from '../parts/SavedViews';
import { useTyped } from '../state/useTyped';
import { useTexts } from '../text/language';
import {
  FULFILMENTS,
  isNumber,
  numberOf,
  PAYMENTS,
  STANDARD,
  STATUSES,
  type ListState,
} from './filters';

interface OrderFiltersProps {
  state: ListState;
  isFiltered: boolean;
  onChange: (changes: Partial<ListState>) => void;
}

/** What narrows the list of orders. */
export function OrderFilters({ state, isFiltered, onChange }: OrderFiltersProps) {
  const { orders: words, common } = useTexts();
  const [number, setNumber] = useTyped(state.number);
  const isWhole = number === '' || isNumber(numberOf(number));
  const find = () => isWhole && onChange({ number: numberOf(number) });
  const choice = <T extends string>(
    name: 'status' | 'payment' | 'fulfilment',
    label: string,
    values: readonly T[],
    labels: Record<T, string>,
  ) => (
    <NativeSelect
      label={label}
      value={state[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      data={[
        { value: '', label: words.any },
        ...values.map((value) => ({ value, label: labels[value] })),
      ]}
    />
  );
  const day = (name: 'from' | 'to', label: string) => (
    <TextInput
      type="date"
      label={label}
      value={state[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  const clear = () => {
    const { status, payment, fulfilment, accountId, from, to } = STANDARD;
    setNumber('');
    onChange({ status, payment, fulfilment, accountId, from, to, number: '' });
  };
  return (
    <div className="filters filters-labelled" role="search">
      <TextInput
        label={words.number}
        data-hotkey="/"
        spellCheck={false}
        value={number}
        maxLength={14}
        error={!isWhole && words.faults.number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        onBlur={find}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            find();
          }
        }}
      />
      {choice('status', common.status, STATUSES, words.status)}
      {choice('payment', words.payment, PAYMENTS, words.payments)}
      {choice('fulfilment', words.fulfilment, FULFILMENTS, words.fulfilments)}
      <AccountField id={state.accountId} onChange={(accountId) => onChange({ accountId })} />
      {day('from', words.placedFrom)}
      {day('to', words.placedTo)}
      {isFiltered && (
        <Button variant="subtle" onClick={clear}>
          {common.clear}
        </Button>
      )}
      <span className="filters-end">
        <SavedViews list="orders" />
      </span>
    </div>
  );
}
