import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { Product } from '../api/model';
import { useCommand } from '../parts/useCommand';
import { hasDraft } from '../state/drafts';
import { useTexts } from '../text/language';
import { EditProduct } from './EditProduct';
import { readProduct, type VersionedProduct } from './useProducts';

type Status = Product['status'];

const STATUSES: readonly Status[] = ['active', 'draft', 'retired'];

function setStatus(id: string, etag: string, status: Status): Promise<Product> {
  const params = { path: { id }, header: { 'If-Match': etag } };
  return answer(api.PATCH('/v1/products/{id}', { params, body: { status } }));
}

/** Edits a product, or gives it another status. */
export function ProductActions({ opened }: { opened: VersionedProduct }) {
  const { products: words, common } = useTexts();
  const { product, etag } = opened;
  const { id, title } = product;
  const [isEditing, setEditing] = useState(() => hasDraft(`product-edit-${id}`));
  const undo = useCommand({
    send: async (status: Status) => setStatus(id, (await readProduct(id)).etag, status),
    changes: [['products']],
    thing: 'product',
  });
  const change = useCommand({
    send: (status: Status) => setStatus(id, etag, status),
    done: (_, status) => [
      words.statusSet[status](title),
      { undo: () => undo.mutate(product.status) },
    ],
    changes: [['products']],
    thing: 'product',
  });
  return (
    <div className="actions">
      <Button size="xs" variant="default" data-hotkey="e" onClick={() => setEditing(true)}>
        {words.editShort}
      </Button>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <Button size="xs" variant="default" disabled={change.isPending}>
            {common.status}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {STATUSES.filter((status) => status !== product.status).map((status) => (
            <Menu.Item key={status} onClick={() => change.mutate(status)}>
              {words.setStatus[status]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isEditing && <EditProduct opened={opened} onClose={() => setEditing(false)} />}
    </div>
  );
}
