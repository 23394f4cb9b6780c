import { Link } from 'wouter';
import { Page } from '../parts/Page';
import { useTexts } from '../text/language';

export function NotFound() {
  const { failures } = useTexts();
  return (
    <Page title={failures.notFound}>
      <Link href="/" className="text-link">
        {failures.toOverview}
      </Link>
    </Page>
  );
}
