import { Link } from 'wouter';
import { useTexts } from '../text/language';
import { Page } from './Page';

/** Stands where no page is, or where nothing is shown to this reader. */
export function NotFound({ lead }: { lead?: string }) {
  const { failures, basket } = useTexts();
  return (
    <Page title={failures.notFound}>
      <p className="lead">{lead ?? failures.notFoundLead}</p>
      <Link href="/" className="text-link">
        {basket.toCatalogue}
      </Link>
    </Page>
  );
}
