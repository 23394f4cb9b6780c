import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../text/language';
import { differences, type Profile } from './profile';

interface ConflictProps {
  theirs: Profile;
  mine: Profile;
  isBusy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

function shown(profile: Profile, field: keyof Profile): ReactNode {
  if (field !== 'metadata') {
    return profile[field] || '—';
  }
  return profile.metadata.length === 0 ? (
    '—'
  ) : (
    <ul className="tags">
      {profile.metadata.map(({ id, key, value }) => (
        <li key={id}>
          <span className="faint">{key}</span> {value}
        </li>
      ))}
    </ul>
  );
}

/** Two versions of one account beside each other, where they differ. */
export function Conflict({ theirs, mine, isBusy, onKeepMine, onTakeTheirs }: ConflictProps) {
  const { account, common } = useTexts();
  const words = account.conflict;
  const labels: Record<keyof Profile, string> = {
    name: common.name,
    email: common.email,
    country: account.form.country,
    taxValue: account.form.taxValue,
    metadata: account.form.metadata,
  };
  return (
    <div className="form" role="alert">
      <p className="lead">{words.lead}</p>
      <table className="table conflict">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.theirs}</th>
            <th scope="col">{words.mine}</th>
          </tr>
        </thead>
        <tbody>
          {differences(theirs, mine).map((field) => (
            <tr key={field}>
              <th scope="row">{labels[field]}</th>
              <td>{shown(theirs, field)}</td>
              <td className="is-mine">{shown(mine, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group justify="flex-end">
        <Button variant="default" onClick={onTakeTheirs}>
          {words.takeTheirs}
        </Button>
        <Button loading={isBusy} onClick={onKeepMine}>
          {words.keepMine}
        </Button>
      </Group>
    </div>
  );
}
