import { VisuallyHidden } from '@mantine/core';
import { useTexts } from '../text/language';
import { STEPS, stepsDone, type OrderState } from './state';

/** The steps of an order, and how many of them are done. */
export function Progress({ state }: { state: OrderState }) {
  const { orders: words } = useTexts();
  const done = stepsDone(state);
  if (done === undefined) {
    return null;
  }
  return (
    <ol className="steps" aria-label={words.steps}>
      {STEPS.map((step, index) => (
        <li key={step} className={index < done ? 'step step-done' : 'step'}>
          <span className="step-dot" aria-hidden="true" />
          {words.step[step]}
          {index < done && <VisuallyHidden>: {words.stepDone}</VisuallyHidden>}
        </li>
      ))}
    </ol>
  );
}
