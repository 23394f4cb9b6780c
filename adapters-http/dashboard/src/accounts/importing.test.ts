import { expect, test } from 'vitest';
import { json, serverThat } from '../test/server';

const FILE = Array.from({ length: 4500 }, (_, i) => `{"name":"Client ${i}"}`).join('\n');
const file = (content: string | Uint8Array, name = 'clients.ndjson') => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return Object.assign(new File([], name), {
    arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
  });
};
async function load(text = FILE) {
  const { readImport, run } = await import('./importing');
  const read = await readImport(file(text));
  if (typeof read === 'string') {
    throw new Error(read);
  }
  return { read, run };
}

function taken(body: string): Response {
  const rows = body
    .trim()
    .split('\n')
    .map((row, i) =>
      JSON.stringify(
        row.includes('Client 2001"')
          ? { line: i + 1, status: 400, errors: [{ pointer: '#/email', detail: 'is missing' }] }
          : { line: i + 1, status: 201, id: 'x' },
      ),
    );
  return new Response(`${rows.join('\n')}\n`, { status: 200 });
}

test('a large file is many calls, each with a key of its own', async () => {
  const asked = serverThat(({ body }) => taken(body));
  const { read, run } = await load();
  const shown: number[] = [];
  const end = await run(read, false, ({ done }) => shown.push(done));
  expect(shown).toEqual([0, 2000, 4000, 4500]);
  expect(end).toMatchObject({ good: 4499, badCount: 1, all: 4500 });
  expect(end.bad[0]?.line).toBe(2002);
  const keys = asked.map(({ headers }) => headers.get('Idempotency-Key'));
  expect(keys).toEqual([1, 2, 3].map((n) => `${read.name}-${n}`));
  expect((await load()).read.name).toBe(read.name);
  expect((await load(`${FILE} `)).read.name).not.toBe(read.name);
});

test('a trial stores nothing, and spends no key', async () => {
  const asked = serverThat(({ body }) => taken(body));
  const { read, run } = await load();
  await run(read, true, () => undefined);
  expect(asked[0]?.path).toBe('/v1/accounts/import?dryRun=true');
  expect(asked.some(({ headers }) => headers.has('Idempotency-Key'))).toBe(false);
});

test('an import that stops midway goes on under the same keys', async () => {
  let isAway = true;
  const keys: (string | null)[] = [];
  serverThat(({ headers, body }) => {
    keys.push(headers.get('Idempotency-Key'));
    return isAway && keys.length === 2 ? json(503, { type: '/problems/unavailable' }) : taken(body);
  });
  const { read, run } = await load();
  await expect(run(read, false, () => undefined)).rejects.toMatchObject({ status: 503 });
  isAway = false;
  expect(await run(read, false, () => undefined)).toMatchObject({ done: 4500 });
  expect(keys.slice(0, 2)).toEqual(keys.slice(2, 4));
});

test('a file whose name says nothing is not guessed at', async () => {
  const { readImport } = await import('./importing');
  expect(await readImport(file('x', 'clients.txt'))).toBe('unknownType');
});

test('a file that is not UTF-8 is read as a guess, with lines to judge it by', async () => {
  const { readImport } = await import('./importing');
  const latin = Uint8Array.from('name,email\r\nJos\u00e9,jose@example.com\r\n', (c) =>
    c.charCodeAt(0),
  );
  expect(await readImport(file(latin, 'clients.csv'))).toMatchObject({
    encoding: 'windows-1252',
    sample: ['José,jose@example.com'],
    lines: 1,
  });
  expect(await readImport(file('name,email\nJosé,j@x.org', 'clients.csv'))).toMatchObject({
    encoding: 'utf-8',
    sample: [],
  });
  expect(await readImport(file(Uint8Array.of(0xff, 0xfe, 0), 'clients.csv'))).toBe('unreadable');
});

test('malformed and refused lines are listed in their order', async () => {
  const asked = serverThat(({ body }) => taken(body.replace('name,email\n', '')));
  const { readImport, run } = await import('./importing');
  const read = await readImport(
    file('name,email\n"A" x,a@x.org\nClient 1,b@x.org\n"C,c@x.org\nD,d@x.org', 'clients.csv'),
  );
  if (typeof read === 'string') {
    throw new Error(read);
  }
  const end = await run(read, false, () => undefined);
  expect(asked.map(({ body }) => body)).toEqual(['name,email\nClient 1,b@x.org\n']);
  expect(end).toMatchObject({ done: 4, all: 4, good: 1, badCount: 3 });
  expect(end.bad.map(({ line }) => line)).toEqual([2, 4, 5]);
});

test('a repeated import is reported as repeated', async () => {
  serverThat(({ body }) => {
    const answer = taken(body);
    answer.headers.set('Idempotent-Replayed', 'true');
    return answer;
  });
  const { read, run } = await load();
  expect(await run(read, false, () => undefined)).toMatchObject({ good: 4499, replayed: 4499 });
});

test('the refused rows can be mended and sent again', async () => {
  serverThat(() => new Response('{"line":2,"status":201}\n{"line":4,"status":400,"errors":[]}\n'));
  const { readImport, refusedRows, run } = await import('./importing');
  const read = await readImport(file('Name,email\r\nAna,a@x.org\r\n\r\n"B\nb",no\r\n', 'a.csv'));
  if (typeof read === 'string') {
    throw new Error(read);
  }
  const end = await run(read, true, () => undefined);
  expect(refusedRows(read, end)).toBe('Name,email\r\n"B\nb",no\r\n');
});
