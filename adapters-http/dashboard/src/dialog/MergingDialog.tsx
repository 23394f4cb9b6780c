import type { ReactNode } from 'react';
import { Conflict } from '../parts/Conflict';
import type { useMergingEdit } from '../state/useMergingEdit';
import { useTexts } from '../text/language';
import { Dialog } from './Dialog';

interface MergingDialogProps<F> {
  edit: ReturnType<typeof useMergingEdit<F>>;
  title: string;
  conflictTitle: string;
  /** The name of a part in which both changes differ. */
  labelOf: (part: string) => string;
  /** The form; it gives way to the choice between both changes. */
  children: ReactNode;
}

/** The dialog of an edit whose concurrent changes are merged. */
export function MergingDialog<F>({
  edit,
  title,
  conflictTitle,
  labelOf,
  children,
}: MergingDialogProps<F>) {
  const { common } = useTexts();
  const { conflict, isBusy } = edit;
  return (
    <Dialog
      title={conflict ? conflictTitle : title}
      size={conflict ? 'lg' : 'md'}
      guard={edit.isChanged ? common.discard : undefined}
      isBusy={isBusy}
      onClose={edit.close}
    >
      {conflict ? (
        <Conflict
          overlaps={conflict.overlaps}
          labelOf={labelOf}
          isBusy={isBusy}
          onOverwrite={conflict.overwrite}
          onDiscard={conflict.discard}
        />
      ) : (
        children
      )}
    </Dialog>
  );
}
