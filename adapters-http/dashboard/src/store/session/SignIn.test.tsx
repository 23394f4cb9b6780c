import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { json, serverThat } from '../../test/server';
import { en } from '../text/en';
import { LanguageProvider } from '../text/language';
import { sessionState } from './session';
import { SignIn } from './SignIn';

const ISSUER = {
  issuer: 'https://id.example.com/a',
  clientId: 'p',
  scope: 's',
  audience: 'x',
  origins: [],
};

function open(issuers: object[]) {
  serverThat(({ path }) =>
    path === '/store/sign-in.json' ? json(200, { issuers }) : json(200, { id: 'a', name: 'Ada' }),
  );
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <LanguageProvider start={{ language: 'en', texts: en }}>
          <SignIn />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});

afterEach(cleanup);

test('without an issuer a key is asked for, and signs in', async () => {
  open([]);
  fireEvent.change(await screen.findByLabelText('Store key'), { target: { value: 'key-1' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await expect.poll(sessionState).toBe('in');
});

test('an issuer is offered by its host, in place of a key', async () => {
  open([ISSUER]);
  expect(await screen.findByRole('button', { name: 'Continue with id.example.com' })).toBeTruthy();
  expect(screen.queryByLabelText('Store key')).toBeNull();
});
