import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { onDemand } from '../app/onDemand';
import { useMe } from '../app/me';
import { Page, Panel } from '../parts/Page';
import { useTexts } from '../text/language';
import { OwnNotices } from './OwnNotices';
import { OwnSessions } from './OwnSessions';

const ChangePassword = onDemand(() => import('../password/ChangePassword'));

/** Who is signed in, and where. */
export default function Profile() {
  const { profile: words, common, operators, password, roles } = useTexts();
  const me = useMe();
  const [isChanging, setChanging] = useState(false);
  return (
    <Page
      title={words.title}
      actions={
        me.kind === 'operator' && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {password.change}
          </Button>
        )
      }
    >
      <Panel title={me.name}>
        <dl className="details">
          <div>
            <dt>{operators.roles}</dt>
            <dd>{me.roles.map((role) => roles[role]).join(', ')}</dd>
          </div>
          <div>
            <dt>{common.id}</dt>
            <dd>
              <code>{me.id}</code>
            </dd>
          </div>
        </dl>
      </Panel>
      {me.kind === 'operator' && <OwnNotices />}
      <OwnSessions />
      {isChanging && (
        <Suspense>
          <ChangePassword onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </Page>
  );
}
