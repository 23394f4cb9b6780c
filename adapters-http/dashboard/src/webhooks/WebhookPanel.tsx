import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DeliveryResult, Webhook } from '../api/model';
import { useMay } from '../app/me';
import { SidePanel } from '../dialog/SidePanel';
import { Loading } from '../parts/Loading';
import { Pair } from '../parts/Pair';
import { Raw } from '../parts/Raw';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { Attempts, useResultText } from './Attempts';
import { DeadLetters } from './DeadLetters';
import { RedeliveryProgress } from './RedeliveryProgress';
import { useWebhook } from './useWebhooks';
import { WebhookActions } from './WebhookActions';
import { Lag, WebhookState } from './WebhookTable';

/** One webhook beside the list: its state, its attempts and its dead letters. */
export function WebhookPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { webhooks: words, failures } = useTexts();
  const mayChange = useMay()('changeWebhooks');
  const read = useWebhook(id);
  const [result, setResult] = useState<DeliveryResult>();
  const [redelivery, setRedelivery] = useState<string>();
  const opened = read.data;
  return (
    <SidePanel
      label={words.one}
      closeLabel={words.closePanel}
      onClose={onClose}
      tools={
        opened &&
        mayChange && (
          <WebhookActions
            opened={opened}
            onTest={setResult}
            onRedeliver={setRedelivery}
            onRemoved={onClose}
          />
        )
      }
    >
      <Loading query={read} rows={6} title={failures.loads.webhook} />
      {opened && (
        <article className="account">
          <header className="account-head">
            <div>
              <h2>{opened.webhook.name}</h2>
              <WebhookState webhook={opened.webhook} />
            </div>
          </header>
          {result && <TestResult result={result} onClose={() => setResult(undefined)} />}
          {redelivery && (
            <RedeliveryProgress
              id={id}
              redelivery={redelivery}
              onClose={() => setRedelivery(undefined)}
            />
          )}
          <Details webhook={opened.webhook} />
          {opened.webhook.deadLetters > 0 && (
            <DeadLetters id={id} mayRedeliver={mayChange} onRedeliver={setRedelivery} />
          )}
          <Attempts id={id} mayRedeliver={mayChange} onRedeliver={setRedelivery} />
        </article>
      )}
    </SidePanel>
  );
}

/** How a test message has ended. */
function TestResult({ result, onClose }: { result: DeliveryResult; onClose: () => void }) {
  const { webhooks: words, common } = useTexts();
  const resultText = useResultText();
  return (
    <div className="notice" role="status">
      <div className="toast-text">
        <span className={`badge badge-${result.delivered ? 'active' : 'down'}`}>
          {result.delivered ? words.testDelivered : words.testFailed}
        </span>{' '}
        {resultText(result)}
        {result.answer && <Raw text={result.answer} />}
      </div>
      <CloseButton size="sm" aria-label={common.dismiss} onClick={onClose} />
    </div>
  );
}

function Details({ webhook }: { webhook: Webhook }) {
  const { webhooks: words, common } = useTexts();
  const { reason, accountId, previousSecretUntil, failingSince, oldestUndelivered } = webhook;
  return (
    <>
      {reason && (
        <p className="lead" role="note">
          {words.reasons[reason]}
        </p>
      )}
      <dl className="details">
        <Pair label={words.url}>{webhook.url}</Pair>
        <Pair label={words.types}>
          <code>{webhook.types.join(', ')}</code>
        </Pair>
        <Pair label={words.lag}>
          <Lag webhook={webhook} />
        </Pair>
        {oldestUndelivered && (
          <Pair label={words.oldest}>
            <When at={oldestUndelivered} />
          </Pair>
        )}
        <Pair label={words.lastSuccess}>
          <When at={webhook.lastSuccessAt} ago />
        </Pair>
        {failingSince && (
          <Pair label={words.failingSince}>
            <When at={failingSince} />
          </Pair>
        )}
        <Pair label={words.payload}>{words.payloads[webhook.payload]}</Pair>
        <Pair label={words.order}>{words.lanes(webhook.lanes)}</Pair>
        {accountId && (
          <Pair label={words.account}>
            <Link href={`/accounts/${accountId}`} className="text-link">
              …{accountId.slice(-8)}
            </Link>
          </Pair>
        )}
        {previousSecretUntil && (
          <Pair label={words.previousSecretUntil}>
            <When at={previousSecretUntil} />
          </Pair>
        )}
        <Pair label={words.createdAt}>
          <When at={webhook.createdAt} />
        </Pair>
        <Pair label={common.id}>
          <code>{webhook.id}</code>
        </Pair>
      </dl>
    </>
  );
}
