import type { ReactNode } from 'react';
import { SignIn } from './SignIn';
import { useSession } from './useSession';

/** Shows a page to the customer who is signed in, and the way in to others. The address stays. */
export function Gate({ children }: { children: ReactNode }) {
  return useSession() === 'in' ? children : <SignIn />;
}
