import type { Webhook, WebhookCreation, WebhookPatch } from '../api/model';
import type { Values } from '../state/changes';

/** The kinds of events that a form offers. Single types are written. */
export const KINDS = ['account', 'operator', 'key', 'webhook', 'product', 'order'] as const;

/** A webhook as its form holds it. */
export interface WebhookFields {
  name: string;
  url: string;
  /** Types of events, such as `account.opened` or `account.*`. */
  types: readonly string[];
  payload: Webhook['payload'];
  lanes: string;
  accountId: string;
  after: string;
}

export type FieldFault = 'nameRequired' | 'urlRequired' | 'typesRequired' | 'position' | 'lanes';

export const EMPTY: WebhookFields = {
  name: '',
  url: '',
  types: [],
  payload: 'thin',
  lanes: '16',
  accountId: '',
  after: '',
};

const LANES_MAX = 64;

export function fieldsOf(webhook: Webhook): WebhookFields {
  const { name, url, types, payload, lanes, accountId = '' } = webhook;
  return { name, url, types, payload, lanes: String(lanes), accountId, after: '' };
}

/** The types of a text such as `account.opened, account.closed`. */
export function typesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((type) => type !== '');
}

/** What the form can tell without the server, by its field. */
export function faultsOf(fields: WebhookFields): Partial<Record<keyof WebhookFields, FieldFault>> {
  const lanes = Number(fields.lanes);
  const isPosition = /^\d{0,16}$/.test(fields.after.trim());
  return {
    ...(fields.name.trim() === '' && { name: 'nameRequired' }),
    ...(fields.url.trim() === '' && { url: 'urlRequired' }),
    ...(fields.types.length === 0 && { types: 'typesRequired' }),
    ...(!isPosition && { after: 'position' }),
    ...(!(Number.isInteger(lanes) && lanes >= 1 && lanes <= LANES_MAX) && { lanes: 'lanes' }),
  };
}

export function creationOf(fields: WebhookFields): WebhookCreation {
  return {
    name: fields.name.trim(),
    url: fields.url.trim(),
    types: [...fields.types],
    payload: fields.payload,
    lanes: Number(fields.lanes),
    ...(fields.accountId && { accountId: fields.accountId }),
    ...(fields.after.trim() && { after: Number(fields.after) }),
  };
}

/** A merge patch of what was changed, and of nothing else. */
export function patchOf(before: WebhookFields, after: WebhookFields): WebhookPatch {
  const [types, typesBefore] = [after.types, before.types].map((all) => [...all].sort().join());
  return {
    ...(after.name.trim() !== before.name && { name: after.name.trim() }),
    ...(after.url.trim() !== before.url && { url: after.url.trim() }),
    ...(types !== typesBefore && { types: [...after.types] }),
    ...(after.payload !== before.payload && { payload: after.payload }),
    ...(after.accountId !== before.accountId && { accountId: after.accountId || null }),
    ...(after.after.trim() && { after: Number(after.after) }),
  };
}

/** The values that a merge of two people's changes compares. */
export function valuesOf(fields: WebhookFields): Values {
  return new Map([
    ['name', fields.name.trim()],
    ['url', fields.url.trim()],
    ['types', [...fields.types].sort().join(', ')],
    ['payload', fields.payload],
    ['lanes', fields.lanes],
    ['accountId', fields.accountId],
    ['after', fields.after.trim()],
  ]);
}

export function fieldsOfValues(values: Values): WebhookFields {
  const text = (name: string) => values.get(name) ?? '';
  return {
    name: text('name'),
    url: text('url'),
    types: typesOf(text('types')),
    payload: text('payload') === 'full' ? 'full' : 'thin',
    lanes: text('lanes'),
    accountId: text('accountId'),
    after: text('after'),
  };
}
