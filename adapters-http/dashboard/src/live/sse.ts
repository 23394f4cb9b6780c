/** One message of a stream of Server-Sent Events. */
export interface Message {
  id: string | undefined;
  data: string;
}

/** Takes the text of a stream in any pieces, and gives its messages whole. Comments are left out. */
export class MessageReader {
  private rest = '';

  /** Returns the messages that this piece completes. */
  take(piece: string): Message[] {
    const parts = (this.rest + piece).split('\n\n');
    this.rest = parts.pop() ?? '';
    return parts.map(messageOf).filter((message) => message.data !== '' || message.id);
  }
}

function messageOf(text: string): Message {
  const lines = text.split('\n');
  const valueOf = (name: string) =>
    lines
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ''));
  return { id: valueOf('id').at(-1), data: valueOf('data').join('\n') };
}

/** Takes the messages of a response that have data until it ends; throws if it is no stream. */
export async function readMessages(
  response: Response,
  opened: () => void,
  take: (message: Message) => void,
): Promise<void> {
  if (!response.ok || !response.body) {
    throw new Error(`no stream: ${response.status}`);
  }
  opened();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const messages = new MessageReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    messages
      .take(decoder.decode(part.value, { stream: true }))
      .filter(({ data }) => data !== '')
      .forEach(take);
  }
}
