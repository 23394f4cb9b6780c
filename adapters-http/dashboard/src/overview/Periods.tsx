import type { Statistics } from '../api/model';
import { useLanguage } from '../text/language';
import { comparisonOf, type Comparison } from './comparison';

interface PeriodsProps {
  growth: Statistics['growth'];
  days: number;
}

/** How the chosen days compare with as many days before, where these are known. */
export function Periods({ growth, days }: PeriodsProps) {
  const { overview: words } = useLanguage().texts;
  const accounts = comparisonOf(
    growth.map((day) => day.accounts),
    days,
  );
  const views = comparisonOf(
    growth.map((day) => day.views),
    days,
  );
  return (
    accounts &&
    views && (
      <dl className="periods">
        <Period label={words.growthAccounts} days={days} compared={accounts} />
        <Period label={words.growthViews} days={days} compared={views} />
      </dl>
    )
  );
}

interface PeriodProps {
  label: string;
  days: number;
  compared: Comparison;
}

function Period({ label, days, compared: { before, change } }: PeriodProps) {
  const { texts, format } = useLanguage();
  const words = texts.overview;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {change === undefined
          ? words.beforePeriod(format.number(before), format.number(days))
          : words.againstPeriod(format.change(change), format.number(days))}
      </dd>
    </div>
  );
}
