import type { FetchResponse } from 'openapi-fetch';
import type { MediaType } from 'openapi-typescript-helpers';
import { refusal } from './problem';

type Call<T extends Record<string | number, unknown>, O> = Promise<FetchResponse<T, O, MediaType>>;

/** What a call answered, with its headers; throws `Refused`. */
export async function whole<T extends Record<string | number, unknown>, O>(call: Call<T, O>) {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw refusal(response, error);
  }
  return { data: data as NonNullable<typeof data>, response };
}

/** What a call answered; throws `Refused`. */
export async function answer<T extends Record<string | number, unknown>, O>(call: Call<T, O>) {
  return (await whole(call)).data;
}
