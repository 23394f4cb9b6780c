import { useTexts } from '../text/language';
import { Link } from 'wouter';
import { AccountView } from './AccountView';

/** One account on a page of its own. */
export function AccountPage({ id }: { id: string }) {
  const { accounts } = useTexts();
  return (
    <>
      <Link href="/accounts" className="text-link back">
        ← {accounts.title}
      </Link>
      <AccountView id={id} isPage />
    </>
  );
}
