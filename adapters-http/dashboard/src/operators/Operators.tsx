import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Operator } from '../api/model';
import { useMay } from '../app/me';
import { Failure } from '../parts/failure';
import { Empty, Page } from '../parts/Page';
import { Pager } from '../parts/Pager';
import { Rows } from '../parts/Rows';
import { useTrail } from '../state/trail';
import { useQueryState } from '../state/useQueryState';
import { useTexts } from '../text/language';
import { OperatorForm } from './OperatorForm';
import { OperatorTable } from './OperatorTable';
import { useOperators } from './useOperators';

const STANDARD = { cursor: '' };

/** Who may sign in here. */
export default function Operators() {
  const { failures, operators: words } = useTexts();
  const { loads } = failures;
  const may = useMay();
  const [{ cursor }, change] = useQueryState(STANDARD);
  const [form, setForm] = useState<Operator | 'new'>();
  const operators = useOperators(cursor);
  const { data } = operators;
  const steps = useTrail(cursor, data?.nextCursor, (next) =>
    change({ cursor: next }, { replace: false }),
  );
  return (
    <Page
      title={words.title}
      actions={
        may('changeOperators') && <Button onClick={() => setForm('new')}>{words.new}</Button>
      }
    >
      {operators.isError && (
        <Failure
          error={operators.error}
          title={loads.team}
          retry={() => void operators.refetch()}
        />
      )}
      {operators.isPending && <Rows count={5} />}
      {data?.data.length === 0 && <Empty>{words.empty}</Empty>}
      {data && data.data.length > 0 && <OperatorTable operators={data.data} onEdit={setForm} />}
      {data && (steps.next ?? steps.previous) && (
        <Pager page={steps.page} onPrevious={steps.previous} onNext={steps.next} />
      )}
      {form && (
        <OperatorForm
          {...(form !== 'new' && { operator: form })}
          onClose={() => setForm(undefined)}
        />
      )}
    </Page>
  );
}
