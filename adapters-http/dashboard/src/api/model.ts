import type { paths } from 'schema';

type Content<R> = R extends { content: { 'application/json': infer B } } ? B : never;
type Answers<O> = O extends { responses: infer R } ? R : never;

/** What a call answers with when it goes well, as `openapi.yaml` says. */
type Good<P extends keyof paths, M extends keyof paths[P]> = Content<
  Answers<paths[P][M]>[keyof Answers<paths[P][M]> & (200 | 201)]
>;

/** What a call takes. */
type Body<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  requestBody?: infer B;
}
  ? Content<NonNullable<B>>
  : never;

export type Account = Good<'/v1/accounts/{id}', 'get'>;
export type AccountStatus = Account['status'];
export type AccountPage = Good<'/v1/accounts', 'get'>;
export type AccountOpening = Body<'/v1/accounts', 'post'>;
export type AccountAmendment = Body<'/v1/accounts/{id}', 'patch'>;
export type AccountSort = NonNullable<
  NonNullable<paths['/v1/accounts']['get']['parameters']['query']>['sort']
>;
export type AccountNote = Good<'/v1/accounts/{id}/notes', 'get'>['data'][number];
export type TimelineEntry = Good<'/v1/accounts/{id}/timeline', 'get'>['data'][number];
export type LiveTotal = Good<'/v1/accounts/{id}/views', 'get'>;
export type Series = Good<'/v1/accounts/{id}/views/series', 'get'>['data'];
export type TopAccount = Good<'/v1/views/top', 'get'>['data'][number];
export type Statistics = Good<'/v1/statistics', 'get'>;
export type Flush = Good<'/v1/view-flushes', 'get'>['data'][number];
export type Reconciliation = Good<'/v1/view-reconciliation', 'get'>;
export type Me = Good<'/v1/me', 'get'>;
export type OwnSession = Good<'/v1/me/sessions', 'get'>['data'][number];
export type Preferences = Good<'/v1/me/preferences', 'get'>;
export type PreferencesPatch = Body<'/v1/me/preferences', 'patch'>;
export type SavedView = Preferences['savedViews'][number];
export type NoticeChoice = Good<'/v1/me/notices', 'get'>;
export type NoticeKind = NoticeChoice['kinds'][number];
export type NoticeLanguage = NoticeChoice['language'];
export type NoticePatch = Body<'/v1/me/notices', 'patch'>;
export type Role = Me['roles'][number];
export type Operator = Good<'/v1/operators', 'get'>['data'][number];
export type OperatorRole = Operator['roles'][number];
export type NewOperator = Body<'/v1/operators', 'post'>;
export type OperatorChange = Body<'/v1/operators/{id}', 'patch'>;
export type ApiKey = Good<'/v1/api-keys', 'get'>['data'][number];
export type NewApiKey = Body<'/v1/api-keys', 'post'>;
export type ApiKeyRole = NewApiKey['roles'][number];
export type MadeApiKey = Good<'/v1/api-keys', 'post'>;
export type Event = Good<'/v1/events', 'get'>['data'][number];
export type Asset = Good<'/v1/assets', 'get'>['data'][number];
export type NewAsset = Body<'/v1/assets', 'post'>;
export type NewPrice = Body<'/v1/prices', 'post'>;
export type Pocket = Good<'/v1/pockets', 'get'>['data'][number];
export type Entry = Good<'/v1/pockets/{id}/entries', 'get'>['data'][number];
export type Transfer = Good<'/v1/transfers', 'get'>['data'][number];
export type Portfolio = Good<'/v1/accounts/{id}/portfolio', 'get'>;
export type LedgerReconciliation = Good<'/v1/ledger/reconciliation', 'get'>;
export type Task = Good<'/v1/tasks', 'get'>['data'][number];
export type TaskStatus = Task['status'];
export type Webhook = Good<'/v1/webhooks/{id}', 'get'>;
export type WebhookCreation = Body<'/v1/webhooks', 'post'>;
export type WebhookPatch = Body<'/v1/webhooks/{id}', 'patch'>;
export type DeliveryResult = Good<'/v1/webhooks/{id}/tests', 'post'>;
export type DeliveryAttempt = Good<'/v1/webhooks/{id}/attempts', 'get'>['data'][number];
export type DeadLetter = Good<'/v1/webhooks/{id}/dead-letters', 'get'>['data'][number];
export type RedeliveryRequest = Body<'/v1/webhooks/{id}/redeliveries', 'post'>;
export type HookMessage = Good<'/v1/hook-messages', 'get'>['data'][number];
export type Product = Good<'/v1/products/{id}', 'get'>;
export type ProductCreation = Body<'/v1/products', 'post'>;
export type ProductPatch = Body<'/v1/products/{id}', 'patch'>;
export type ProductPrice = Product['prices'][number];
export type ProductPriceCreation = Body<'/v1/products/{id}/prices', 'post'>;
export type Order = Good<'/v1/orders/{id}', 'get'>;
export type OrderLine = Order['lines'][number];
export type OrderShipment = Order['shipments'][number];
export type LineQuantity = Body<'/v1/orders/{id}/returns', 'post'>['lines'][number];
export type OrderReconciliation = Good<'/v1/orders/reconciliation', 'get'>;
export type AuditEntry = Good<'/v1/audit', 'get'>['data'][number];
export type Verification = Good<'/v1/audit/verification', 'get'>;
export type Health = Good<'/health/ready', 'get'>;
