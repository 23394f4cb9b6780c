import { Modal, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { answer, api } from '../api/client';
import { useMay } from '../app/me';
import { PAGES } from '../app/pages';
import { useFocusReturn } from '../dialog/focus';
import { useLayer } from '../dialog/layers';
import { useTexts } from '../text/language';
import { matching } from './matching';

const PAUSE_MILLIS = 200;
const ACCOUNTS = 6;

interface Entry {
  label: string;
  note: string;
  path: string;
}

/** The accounts that the text finds, a moment after it was typed. */
function useFound(typed: string): Entry[] {
  const { palette, status } = useTexts();
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery({
    queryKey: ['accounts', 'palette', q],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/accounts', { params: { query: { q, limit: ACCOUNTS } }, signal })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  return (q === '' ? [] : (found.data?.data ?? [])).map((account) => ({
    label: account.name,
    note: `${palette.account} · ${account.email} · ${status[account.status]}`,
    path: `/accounts/${account.id}`,
  }));
}

/** Goes to any page or account by its name. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const words = texts.palette;
  const may = useMay();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const accounts = useFound(typed);
  const pages = PAGES.filter(({ grant }) => may(grant)).map(({ path, label }) => ({
    label: texts.nav[label],
    note: words.page,
    path,
  }));
  const entries = [...matching(pages, typed), ...accounts];
  const chosen = Math.min(at, entries.length - 1);
  useFocusReturn();
  useLayer(onClose);
  const follow = (entry: Entry | undefined) => {
    if (entry) {
      onClose();
      go(entry.path);
    }
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((chosen + step + entries.length) % Math.max(1, entries.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      follow(entries[chosen]);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      closeOnEscape={false}
      returnFocus={false}
      aria-label={words.title}
    >
      <TextInput
        role="combobox"
        aria-label={words.title}
        aria-expanded
        aria-controls="palette-entries"
        aria-activedescendant={entries[chosen] && `palette-${chosen}`}
        placeholder={words.title}
        data-autofocus
        value={typed}
        maxLength={100}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={move}
      />
      <ul id="palette-entries" role="listbox" aria-label={words.title} className="palette">
        {entries.map((entry, i) => (
          // The field keeps the focus, and its keys choose the option.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={entry.path}
            id={`palette-${i}`}
            role="option"
            aria-selected={i === chosen}
            onClick={() => follow(entry)}
          >
            <span>{entry.label}</span>
            <span className="faint">{entry.note}</span>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="empty">{words.empty}</p>}
    </Modal>
  );
}
