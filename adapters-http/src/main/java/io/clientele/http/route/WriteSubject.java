package io.clientele.http.route;

import io.clientele.domain.kernel.AccountId;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * What a write changes. Queued writes on one subject run in the order of their acceptance.
 *
 * @param name such as {@code order:0199f3b2-…}; null for what the write creates
 * @param account whose data the request holds; null for none
 */
public record WriteSubject(@Nullable String name, @Nullable AccountId account) {
  /** The subject of a write that creates something. */
  public static final Finder CREATED = http -> new WriteSubject(null, null);

  /** Tells what a request changes. Runs after the handler has found no fault of the request. */
  @FunctionalInterface
  public interface Finder {
    /**
     * Returns the subject.
     *
     * @throws io.clientele.http.exchange.problem.ProblemException if there is none of this id
     */
    WriteSubject find(Context http);
  }
}
