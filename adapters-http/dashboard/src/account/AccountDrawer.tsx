import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { SidePanel } from '../dialog/SidePanel';
import { useTexts } from '../text/language';
import { AccountView } from './AccountView';

interface AccountDrawerProps {
  id: string;
  /** The accounts before and after this one in the list; undefined at its ends. */
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
  onClose: () => void;
}

/** One account beside the list that it was opened from. */
export function AccountDrawer({ id, previous, next, onClose }: AccountDrawerProps) {
  const { account, common } = useTexts();
  return (
    <SidePanel
      label={account.panel}
      closeLabel={account.closePanel}
      onClose={onClose}
      tools={
        <>
          <Button size="compact-sm" variant="default" disabled={!previous} onClick={previous}>
            {common.previous}
          </Button>
          <Button size="compact-sm" variant="default" disabled={!next} onClick={next}>
            {common.next}
          </Button>
          <Link href={`/accounts/${id}`} className="text-link">
            {account.fullPage}
          </Link>
        </>
      }
    >
      <AccountView key={id} id={id} />
    </SidePanel>
  );
}
