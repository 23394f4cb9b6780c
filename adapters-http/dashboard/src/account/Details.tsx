import { CopyButton, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Account } from '../api/model';
import { UnverifiedBadge } from '../parts/Badge';
import { Icon } from '../parts/Icon';
import { Panel } from '../parts/Page';
import { When } from '../parts/When';
import { useTexts } from '../text/language';

const SHEETS = 'M9 9h11v11H9zM5 15H4V4h11v1';
const CHECK = 'M5 12l5 5L20 7';

/** The profile, to be read. */
export function Details({ account }: { account: Account }) {
  const { account: words, accounts, common } = useTexts();
  const metadata = Object.entries(account.metadata);
  return (
    <Panel title={words.details}>
      <dl className="details">
        <Detail label={common.email}>
          <Copied text={account.email} />
          {!account.emailVerified && <UnverifiedBadge />}
        </Detail>
        <Detail label={accounts.taxId}>
          {account.taxId ? (
            <Copied text={account.taxId.value} before={account.taxId.country} />
          ) : (
            <span className="faint">{words.noTaxId}</span>
          )}
        </Detail>
        <Detail label={common.created}>
          <When at={account.createdAt} />
        </Detail>
        <Detail label={common.updated}>
          <When at={account.updatedAt} />
        </Detail>
        <Detail label={common.id}>
          <span className="copied-id">
            <Copied text={account.id} />
          </span>
        </Detail>
        <Detail label={accounts.metadata}>
          {metadata.length === 0 ? (
            <span className="faint">{words.noMetadata}</span>
          ) : (
            <ul className="tags">
              {metadata.map(([key, value]) => (
                <li key={key}>
                  <span className="faint">{key}</span> {value}
                </li>
              ))}
            </ul>
          )}
        </Detail>
      </dl>
    </Panel>
  );
}

function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Copied({ text, before }: { text: string; before?: string }) {
  const { common } = useTexts();
  return (
    <span className="copied">
      {before && <span className="faint">{before}</span>}
      <span>{text}</span>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <UnstyledButton
            className="copy"
            aria-label={copied ? common.copied : `${common.copy}: ${text}`}
            onClick={copy}
          >
            <Icon path={copied ? CHECK : SHEETS} size={14} />
          </UnstyledButton>
        )}
      </CopyButton>
    </span>
  );
}
