import type { Event } from '../api/model';

type Key = readonly string[];

/** What the page shows of each kind of thing, by the first part of an event's type. */
const TOPICS: Record<string, readonly Key[]> = {
  account: [['accounts'], ['statistics'], ['audit']],
  operator: [['operators'], ['audit'], ['people']],
  key: [['api-keys'], ['audit'], ['people']],
  session: [['audit'], ['sessions']],
  task: [['tasks'], ['messages'], ['audit']],
  asset: [['assets'], ['audit']],
  price: [['prices'], ['audit']],
  pocket: [['pockets']],
  transfer: [['pockets'], ['transfers'], ['products']],
  webhook: [['webhooks'], ['audit']],
  product: [['products'], ['audit']],
  order: [['orders'], ['products'], ['audit']],
};

/** The queries whose answers an event may have changed. */
export function topicsOf({ type, accountId }: Event): readonly Key[] {
  const [kind = ''] = type.split('.');
  const own = accountId === undefined ? [] : [['account', accountId]];
  return [...(TOPICS[kind] ?? []), ...own];
}
