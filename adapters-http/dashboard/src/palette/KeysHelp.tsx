import { Dialog } from '../dialog/Dialog';
import { useTexts } from '../text/language';

const KEYS = [
  ['/', 'search'],
  ['Ctrl K · ⌘K', 'palette'],
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['x', 'select'],
  ['e', 'edit'],
  ['Esc', 'close'],
  ['?', 'help'],
] as const;

/** What each key does. */
export default function KeysHelp({ onClose }: { onClose: () => void }) {
  const { keys: words } = useTexts();
  return (
    <Dialog title={words.title} onClose={onClose}>
      <dl className="states">
        {KEYS.map(([key, name]) => (
          <div key={key}>
            <dt>{words[name]}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
