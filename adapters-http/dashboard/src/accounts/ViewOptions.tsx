import { Button, Checkbox, NativeSelect, Popover } from '@mantine/core';
import { keepChoice } from '../state/cookies';
import { useRemember } from '../state/preferences';
import { useLanguage } from '../text/language';
import { COLUMNS } from './columns';
import { PAGE_SIZES } from './filters';

interface ViewOptionsProps {
  limit: string;
  columns: string;
  onLimit: (limit: string) => void;
  onColumns: (columns: string) => void;
}

/** How much is shown of each page: kept for the next visit, here and elsewhere, and in the address for others. */
export function ViewOptions({ limit, columns, onLimit, onColumns }: ViewOptionsProps) {
  const { texts, format } = useLanguage();
  const remember = useRemember();
  const chosen = columns.split('.');
  const toggle = (id: string) => {
    const next = COLUMNS.map((column) => column.id).filter((one) =>
      one === id ? !chosen.includes(id) : chosen.includes(one),
    );
    const ids = next.join('.') || 'none';
    keepChoice('columns', ids);
    remember({ columns: next });
    onColumns(ids);
  };
  return (
    <>
      <Popover position="bottom-end" trapFocus withinPortal={false}>
        <Popover.Target>
          <Button variant="default">{texts.accounts.columns}</Button>
        </Popover.Target>
        <Popover.Dropdown className="choices">
          {COLUMNS.map((column) => (
            <Checkbox
              key={column.id}
              label={column.label(texts)}
              checked={chosen.includes(column.id)}
              onChange={() => toggle(column.id)}
            />
          ))}
        </Popover.Dropdown>
      </Popover>
      <NativeSelect
        aria-label={texts.accounts.pageSize}
        title={texts.accounts.pageSize}
        value={limit}
        onChange={(event) => {
          keepChoice('rows', event.currentTarget.value);
          remember({ pageSize: Number(event.currentTarget.value) });
          onLimit(event.currentTarget.value);
        }}
        data={PAGE_SIZES.map((size) => ({ value: size, label: format.number(Number(size)) }))}
      />
    </>
  );
}
