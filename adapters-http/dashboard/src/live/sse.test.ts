import { expect, test } from 'vitest';
import { MessageReader } from './sse';

test('messages come whole out of any pieces', () => {
  const text = ':\n\nid: 7\ndata: {"a":1}\n\nid: 8\ndata: {"a":2}\n\n';
  for (let size = 1; size <= text.length; size++) {
    const reader = new MessageReader();
    const found = [];
    for (let at = 0; at < text.length; at += size) {
      found.push(...reader.take(text.slice(at, at + size)));
    }
    expect(found).toEqual([
      { id: '7', data: '{"a":1}' },
      { id: '8', data: '{"a":2}' },
    ]);
  }
});

test('a heartbeat has a position and no data', () => {
  expect(new MessageReader().take(':\nid: 9\n\n')).toEqual([{ id: '9', data: '' }]);
});
