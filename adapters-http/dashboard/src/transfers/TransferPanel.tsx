import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { Transfer } from '../api/model';
import { useMay } from '../app/me';
import { usePeople } from '../audit/usePeople';
import { SidePanel } from '../dialog/SidePanel';
import { Loading } from '../parts/Loading';
import { Money } from '../parts/Money';
import { Panel } from '../parts/Page';
import { Pair } from '../parts/Pair';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { Reverse } from './Reverse';
import { Outcome } from './TransferTable';

interface TransferPanelProps {
  id: string;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** A transfer that was booked, and that moved amounts itself. */
function isReversible({ kind, outcome }: Transfer): boolean {
  return outcome === 'booked' && (kind === 'posted' || kind === 'capture');
}

/** One transfer beside the list. */
export function TransferPanel({ id, onOpen, onClose }: TransferPanelProps) {
  const { transfers: words, failures } = useTexts();
  const may = useMay();
  const [isReversing, setReversing] = useState(false);
  const read = useQuery({
    queryKey: ['transfers', 'one', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/transfers/{id}', { params: { path: { id } }, signal })),
  });
  const transfer = read.data;
  return (
    <SidePanel
      label={words.one}
      closeLabel={words.closePanel}
      onClose={onClose}
      tools={
        transfer &&
        isReversible(transfer) &&
        may('postTransfers') && (
          <Button size="compact-sm" variant="default" onClick={() => setReversing(true)}>
            {words.reverse}
          </Button>
        )
      }
    >
      <Loading query={read} rows={6} title={failures.loads.transfers} />
      {transfer && <Details transfer={transfer} onOpen={onOpen} />}
      {transfer && isReversing && (
        <Reverse transfer={transfer} onDone={onOpen} onClose={() => setReversing(false)} />
      )}
    </SidePanel>
  );
}

function Details({ transfer, onOpen }: { transfer: Transfer; onOpen: (id: string) => void }) {
  const { transfers: words, audit, common, failures } = useTexts();
  const people = usePeople();
  const { parent, problem } = transfer;
  const reasons: Record<string, unknown> = failures;
  const type = problem?.type.replace('/problems/', '') ?? '';
  return (
    <article className="account">
      <header className="account-head">
        <div>
          <h2>{words.kinds[transfer.kind]}</h2>
          <Outcome outcome={transfer.outcome} />
        </div>
      </header>
      {problem && (
        <p className="lead" role="note">
          {typeof reasons[type] === 'string' ? reasons[type] : problem.detail}
        </p>
      )}
      <Panel title={words.legs}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col" className="number">
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {transfer.legs.map((leg) => (
              <tr key={leg.leg}>
                <td title={leg.from}>
                  <code>…{leg.from.slice(-8)}</code>
                </td>
                <td title={leg.to}>
                  <code>…{leg.to.slice(-8)}</code>
                </td>
                <td className="number">
                  <Money amount={leg.amount} asset={leg.asset} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <dl className="details">
        <Pair label={words.reason}>{transfer.reason}</Pair>
        <Pair label={audit.at}>
          <When at={transfer.bookedAt} />
        </Pair>
        {transfer.actor && <Pair label={audit.actor}>{people.nameOf(transfer.actor)}</Pair>}
        {parent && (
          <Pair label={words.parent}>
            <button type="button" className="text-link link-button" onClick={() => onOpen(parent)}>
              …{parent.slice(-8)}
            </button>
          </Pair>
        )}
        {Object.entries(transfer.metadata ?? {}).map(([key, value]) => (
          <Pair key={key} label={key}>
            {value}
          </Pair>
        ))}
        <Pair label={common.id}>
          <code>{transfer.id}</code>
        </Pair>
      </dl>
    </article>
  );
}
