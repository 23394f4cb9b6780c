import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useMe } from '../app/me';
import { savable } from '../state/savedViews';
import { useSavedViews } from '../state/preferences';
import { useTexts } from '../text/language';
import { checkmark } from './checkmark';
import { ManageViews } from './ManageViews';
import { SaveView } from './SaveView';

interface SavedViewsProps {
  /** The name of the list, under which its views are stored. */
  list: string;
}

/** The filters that who is signed in saved for a list: to choose, save, rename and delete. */
export function SavedViews({ list }: SavedViewsProps) {
  const { savedViews: words } = useTexts();
  const { kind } = useMe();
  const { isKnown, views } = useSavedViews(list);
  const [location, navigate] = useLocation();
  const search = useSearch();
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const query = savable(search);
  const close = () => setDialog(undefined);
  if (kind !== 'operator' || !isKnown) {
    return undefined;
  }
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} width={240}>
        <Menu.Target>
          <Button variant="default">{words.menu}</Button>
        </Menu.Target>
        <Menu.Dropdown className="saved-views">
          {views.length === 0 && <Menu.Label>{words.empty}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item
              key={view.name}
              title={view.name}
              rightSection={checkmark(savable(view.query) === query)}
              onClick={() => navigate(view.query === '' ? location : `${location}?${view.query}`)}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog('save')}>{words.save}</Menu.Item>
          {views.length > 0 && (
            <Menu.Item onClick={() => setDialog('manage')}>{words.manage}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'save' && (
        <SaveView
          list={list}
          query={query}
          hasSearch={new URLSearchParams(search).has('q')}
          onClose={close}
        />
      )}
      {dialog === 'manage' && <ManageViews list={list} onClose={close} />}
    </>
  );
}
