import type { Product, ProductCreation, ProductPatch } from '../api/model';
import { metadataOf, metadataPatch, pairsOf, type Pair } from '../account/metadata';
import type { Values } from '../state/changes';

/** What a form changes of a product. */
export interface ProductFields {
  title: string;
  text: string;
  attributes: Pair[];
}

/** A new product as its form holds it: what never changes is chosen here. */
export interface NewProduct extends ProductFields {
  sku: string;
  kind: Product['kind'];
  asset: string;
  scale: string;
  isActive: boolean;
}

export type FieldFault = 'sku' | 'titleRequired' | 'assetRequired' | 'scale';

export const EMPTY: NewProduct = {
  sku: '',
  title: '',
  text: '',
  attributes: [],
  kind: 'goods',
  asset: '',
  scale: '0',
  isActive: false,
};

const SKU = /^[A-Z0-9][A-Z0-9-]{0,35}$/;
const SCALE_MAX = 18;
const ATTRIBUTE = 'attributes.';

export const fieldsOf = ({ title, text, attributes }: Product): ProductFields => ({
  title,
  text,
  attributes: pairsOf(attributes),
});

/** What the form can tell without the server, by its field. */
export function faultsOf(product: NewProduct): Partial<Record<keyof NewProduct, FieldFault>> {
  const isScale = /^\d{1,2}$/.test(product.scale) && Number(product.scale) <= SCALE_MAX;
  return {
    ...(!SKU.test(product.sku) && { sku: 'sku' }),
    ...(product.title.trim() === '' && { title: 'titleRequired' }),
    ...(product.kind === 'asset' && product.asset === '' && { asset: 'assetRequired' }),
    ...(product.kind !== 'asset' && !isScale && { scale: 'scale' }),
  };
}

export function creationOf(product: NewProduct): ProductCreation {
  const attributes = metadataOf(product.attributes);
  return {
    sku: product.sku,
    title: product.title.trim(),
    kind: product.kind,
    ...(product.text.trim() && { text: product.text.trim() }),
    ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }),
    ...(product.kind === 'asset' ? { asset: product.asset } : { scale: Number(product.scale) }),
    status: product.isActive ? 'active' : 'draft',
  };
}

/** A merge patch of what was changed, and of nothing else. */
export function patchOf(before: ProductFields, after: ProductFields): ProductPatch {
  const attributes = metadataPatch(metadataOf(before.attributes), metadataOf(after.attributes));
  return {
    ...(after.title.trim() !== before.title && { title: after.title.trim() }),
    ...(after.text.trim() !== before.text && { text: after.text.trim() || null }),
    ...(attributes && { attributes }),
  };
}

/** The values that a merge of two people's changes compares. */
export function valuesOf({ title, text, attributes }: ProductFields): Values {
  return new Map([
    ['title', title.trim()],
    ['text', text.trim()],
    ...[...metadataOf(attributes)].map(([key, value]) => [ATTRIBUTE + key, value] as const),
  ]);
}

/** The key of an attribute among the values; undefined for another value. */
export const attributeKey = (part: string): string | undefined =>
  part.startsWith(ATTRIBUTE) ? part.slice(ATTRIBUTE.length) : undefined;

export function fieldsOfValues(values: Values): ProductFields {
  const attributes = [...values].flatMap(([part, value], id) => {
    const key = attributeKey(part);
    return key === undefined ? [] : [{ id, key, value }];
  });
  return { title: values.get('title') ?? '', text: values.get('text') ?? '', attributes };
}
