import { useTexts } from '../text/language';
import { Link } from 'wouter';
import { lastList } from '../state/lastList';
import { AccountView } from './AccountView';

/** One account on a page of its own. */
export function AccountPage({ id }: { id: string }) {
  const { accounts } = useTexts();
  return (
    <>
      <Link href={lastList()} className="text-link back">
        ← {accounts.title}
      </Link>
      <AccountView id={id} isPage />
    </>
  );
}
