import { Drawer } from '@mantine/core';
import { Link } from 'wouter';
import { useTexts } from '../text/language';
import { AccountView } from './AccountView';

/** One account beside the list that it was opened from. */
export function AccountDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { account } = useTexts();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={
        <Link href={`/accounts/${id}`} className="text-link">
          {account.fullPage}
        </Link>
      }
      closeButtonProps={{ 'aria-label': account.closePanel }}
    >
      <AccountView id={id} />
    </Drawer>
  );
}
