import { ActionIcon, TextInput } from '@mantine/core';
import { decimalOf, isPositive, sumOf } from '../../text/decimals';
import { Icon } from '../../parts/Icon';
import { useTexts } from '../text/language';

const MINUS = 'M5 12h14';
const PLUS = 'M5 12h14M12 5v14';

interface QuantityFieldProps {
  label: string;
  isLabelShown?: boolean;
  /** What is typed. */
  typed: string;
  onType: (typed: string) => void;
  error?: string | undefined;
}

/** A quantity of more than 0, which may have decimals. */
export function QuantityField({
  label,
  isLabelShown = false,
  typed,
  onType,
  error,
}: QuantityFieldProps) {
  const { catalogue: words } = useTexts();
  const now = decimalOf(typed);
  const step = (by: string) => onType(isPositive(now) ? sumOf([now, by]) : '1');
  const less = isPositive(now) ? sumOf([now, '-1']) : '0';
  return (
    <div className="quantity">
      <TextInput
        {...(isLabelShown ? { label } : { 'aria-label': label })}
        inputMode="decimal"
        value={typed}
        maxLength={30}
        error={error}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={`${words.fewer}: ${label}`}
        disabled={!isPositive(less)}
        onClick={() => step('-1')}
      >
        <Icon path={MINUS} size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={`${words.another}: ${label}`}
        onClick={() => step('1')}
      >
        <Icon path={PLUS} size={16} />
      </ActionIcon>
    </div>
  );
}
