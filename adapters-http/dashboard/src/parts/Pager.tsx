import { Button } from '@mantine/core';
import { useFormat, useTexts } from '../text/language';

interface PagerProps {
  page: number;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** From page to page, one way or the other. */
export function Pager({ page, onPrevious, onNext }: PagerProps) {
  const { common, accounts } = useTexts();
  const format = useFormat();
  return (
    <nav className="pager" aria-label={accounts.page(format.number(page))}>
      <Button size="xs" variant="default" disabled={!onPrevious} onClick={onPrevious}>
        {common.previous}
      </Button>
      <span className="faint">{accounts.page(format.number(page))}</span>
      <Button size="xs" variant="default" disabled={!onNext} onClick={onNext}>
        {common.next}
      </Button>
    </nav>
  );
}
