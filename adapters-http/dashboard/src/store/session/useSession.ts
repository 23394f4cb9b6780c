import { useSyncExternalStore } from 'react';
import { onSession, sessionState, type SessionState } from './session';

export const useSession = (): SessionState => useSyncExternalStore(onSession, sessionState);
