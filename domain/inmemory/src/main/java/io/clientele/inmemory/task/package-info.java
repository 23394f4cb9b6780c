/**
 * The store of tasks in memory. Uses the domain and the kernel of this module. Start at {@link
 * io.clientele.inmemory.task.InMemoryTasks}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.task;
