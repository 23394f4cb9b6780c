package io.clientele.http.exchange.json;

import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.RecyclerPool;

/**
 * The buffers by which JSON is read and written. They are kept in one pool: Jackson's own pool
 * keeps them for each thread, and each request has a thread of its own.
 */
public final class JsonBuffers {
  private static final int SETS_MAX = 64;

  /** The pool of all readers and writers. When it is empty, new buffers are made. */
  public static final RecyclerPool<BufferRecycler> POOL =
      JsonRecyclerPools.newBoundedPool(SETS_MAX);

  private JsonBuffers() {}
}
