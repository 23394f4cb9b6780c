import { Link } from 'wouter';
import { Page } from '../parts/Page';
import { useTexts } from '../text/language';

/** Stands where no page is. */
export function NotFound() {
  const { failures } = useTexts();
  return <Dead title={failures.notFound} lead={failures.notFoundLead} />;
}

/** Stands where a page is that the role of the reader does not include. */
export function NoAccess() {
  const { failures } = useTexts();
  return <Dead title={failures.noAccess} lead={failures.noAccessLead} />;
}

function Dead({ title, lead }: { title: string; lead: string }) {
  const { failures } = useTexts();
  return (
    <Page title={title}>
      <p className="lead">{lead}</p>
      <Link href="/" className="text-link">
        {failures.toOverview}
      </Link>
    </Page>
  );
}
