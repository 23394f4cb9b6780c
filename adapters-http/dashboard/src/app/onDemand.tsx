import { lazy, type ComponentType } from 'react';
import { hasNewVersion } from '../state/version';

/** A part of the page could not be loaded, after several attempts. */
export class ChunkFailed extends Error {
  constructor(
    /** Whether the service now serves another version of the page. */
    readonly isOutdated: boolean,
    options: ErrorOptions,
  ) {
    super('a part of the page could not be loaded', options);
  }
}

const PAUSES_MILLIS = [400, 1500];

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

/** Calls an import again after a failure, twice. Throws `ChunkFailed`. */
export async function importWithRetries<T>(load: () => Promise<T>): Promise<T> {
  for (const millis of PAUSES_MILLIS) {
    try {
      return await load();
    } catch {
      await pause(millis);
    }
  }
  try {
    return await load();
  } catch (cause) {
    throw new ChunkFailed(await hasNewVersion(), { cause });
  }
}

/** What makes each failed part load again. */
const failed = new Set<() => void>();

/** Lets parts that failed to load be loaded again when they are next shown. */
export function forgetFailedParts(): void {
  failed.forEach((reset) => reset());
  failed.clear();
}

/** A component whose code is loaded when it is first shown. */
export function onDemand<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): ComponentType<P> {
  const part = () =>
    lazy(() =>
      importWithRetries(load).catch((failure: unknown) => {
        failed.add(() => {
          Current = part();
        });
        throw failure;
      }),
    );
  let Current: ComponentType<P> = part();
  return function OnDemand(props: P) {
    const Part = Current;
    return <Part {...props} />;
  };
}
