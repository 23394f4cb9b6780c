/** One fault of a request, as RFC 9457's extension of the API tells it. */
export interface Fault {
  pointer?: string;
  parameter?: string;
  header?: string;
  detail: string;
}

/** What went wrong with a call: the server's own problem, or that there was no answer at all. */
export class Refused extends Error {
  constructor(
    /** 0 where there was no answer. */
    readonly status: number,
    /** The last part of `/problems/…`, empty where HTTP's own word says it all. */
    readonly type: string,
    readonly detail: string,
    readonly faults: readonly Fault[] = [],
    readonly retryAfterSeconds?: number,
    readonly requestId?: string,
  ) {
    super(detail);
  }

  /** The fault of one field of the body, such as `taxId/value`. */
  faultOf(field: string): Fault | undefined {
    return this.faults.find((fault) => fault.pointer === `#/${field}`);
  }

  /** The faults of a field of the body and of all within it. */
  faultsUnder(field: string): Fault[] {
    return this.faults.filter(
      ({ pointer }) => pointer === `#/${field}` || pointer?.startsWith(`#/${field}/`),
    );
  }
}

interface ProblemBody {
  type?: unknown;
  detail?: unknown;
  errors?: Fault[];
}

/** Reads an answer that is not a success; one that is no problem document gives its status alone. */
export function refusal(response: Response, body: unknown): Refused {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {};
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new Refused(
    response.status,
    typeof problem.type === 'string' ? problem.type.replace(/^(\/problems\/|about:blank)/, '') : '',
    typeof problem.detail === 'string' ? problem.detail : response.statusText,
    problem.errors ?? [],
    Number.isFinite(retryAfter) ? retryAfter : undefined,
    response.headers.get('X-Request-Id') ?? undefined,
  );
}

/** What `fetch` throws when nothing answered. */
export function unreachable(cause: unknown): Refused {
  return new Refused(0, 'unreachable', cause instanceof Error ? cause.message : String(cause));
}
