import { Page } from '../parts/Page';
import { useTexts } from '../text/language';
import { Books } from './Books';
import { FlushNow } from './FlushNow';
import { Flushes } from './Flushes';
import { HealthPanel } from './HealthPanel';
import { useMay } from '../app/me';

/** How the service fares: its dependencies, its flushes and its books. */
export default function Operations() {
  const { operations } = useTexts();
  const may = useMay();
  return (
    <Page title={operations.title} actions={may('flushViews') && <FlushNow />}>
      <div className="columns">
        <HealthPanel />
        <Books />
      </div>
      <Flushes />
    </Page>
  );
}
