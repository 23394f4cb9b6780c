import { answer } from '../../api/answer';
import { clientOf, type Account } from '../api';
import { begin } from './session';

/** Begins a session with a token that the store accepts, and returns its account; throws `Refused`. */
export async function signIn(token: string): Promise<Account> {
  const account = await answer(clientOf(() => token).GET('/store/v1/me'));
  begin(token);
  return account;
}
