/**
 * Notices in memory, for tests and demos. Uses the in-memory stores of tasks and changes. Start at
 * {@link io.clientele.inmemory.notice.InMemoryNotices}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.notice;
