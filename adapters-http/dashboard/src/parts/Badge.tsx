import { useTexts } from '../text/language';
import type { Texts } from '../text/en';

/** A state in a word and a colour; the word says it all. */
export function StatusBadge({ status }: { status: keyof Texts['status'] }) {
  const texts = useTexts();
  return <span className={`badge badge-${status}`}>{texts.status[status]}</span>;
}

/** Figures that leave something out now. */
export function DegradedBadge() {
  const { common } = useTexts();
  return (
    <span className="badge badge-degraded" title={common.degradedLong}>
      {common.degraded}
    </span>
  );
}

/** Marks an e-mail address that is not verified. */
export function UnverifiedBadge() {
  const { account } = useTexts();
  return (
    <span className="badge badge-unverified" title={account.unverifiedLong}>
      {account.unverified}
    </span>
  );
}
