/** Text of a message, with its lines. */
export function Raw({ text }: { text: string }) {
  return (
    // A region that scrolls has to be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className="raw" tabIndex={0}>
      {text}
    </pre>
  );
}
