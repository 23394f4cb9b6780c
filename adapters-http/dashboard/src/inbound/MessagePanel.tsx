import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { SidePanel } from '../dialog/SidePanel';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Page';
import { Pair } from '../parts/Pair';
import { Raw } from '../parts/Raw';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { textOf } from './content';
import { MessageState, useReplay } from './MessageTable';

/** One message beside the list: its headers and its body as they were signed. */
export function MessagePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { inbound: words, failures, common } = useTexts();
  const replay = useReplay();
  const read = useQuery({
    queryKey: ['messages', 'one', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/hook-messages/{id}', { params: { path: { id } }, signal })),
  });
  const message = read.data;
  return (
    <SidePanel
      label={words.one}
      closeLabel={words.closePanel}
      onClose={onClose}
      tools={
        message && (
          <Button
            size="xs"
            variant="default"
            loading={replay.isPending}
            onClick={() => replay.mutate(id)}
          >
            {words.replay}
          </Button>
        )
      }
    >
      <Loading query={read} rows={6} title={failures.loads.messages} />
      {message && (
        <article className="account">
          <header className="account-head">
            <div>
              <h2>{message.externalId}</h2>
              <MessageState status={message.status} />
            </div>
          </header>
          <dl className="details">
            <Pair label={words.source}>
              <code>{message.source}</code>
            </Pair>
            <Pair label={words.verifiedBy}>
              <code>{message.verifiedBy}</code>
            </Pair>
            <Pair label={words.receivedAt}>
              <When at={message.receivedAt} />
            </Pair>
            <Pair label={common.id}>
              <code>{message.id}</code>
            </Pair>
          </dl>
          <Panel title={words.headers}>
            <Raw text={message.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')} />
          </Panel>
          <Panel title={words.body}>
            <Raw text={textOf(message.body) ?? message.body} />
          </Panel>
        </article>
      )}
    </SidePanel>
  );
}
