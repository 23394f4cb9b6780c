import { vi } from 'vitest';

export interface Asked {
  method: string;
  path: string;
  headers: Headers;
  body: string;
}

type Answering = (asked: Asked) => Response | Promise<Response>;

/** Stands in for the service: keeps what it was asked, and answers as the test says. */
export function serverThat(answers: Answering): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(
      new URL(typeof input === 'string' ? input : input.url, location.href),
      {
        ...(typeof input === 'string' ? init : { method: input.method, headers: input.headers }),
        ...(typeof input !== 'string' && input.body && { body: await input.clone().text() }),
      },
    );
    const url = new URL(request.url);
    const one = {
      method: request.method,
      path: url.pathname + url.search,
      headers: request.headers,
      body: await request.text(),
    };
    asked.push(one);
    return answers(one);
  });
  return asked;
}

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}
