/**
 * The newest head of the audit's hash chain, remembered in Redis. May use the domain of audit and
 * `cache`. Start at {@link RedisChainHeadStore}. (One class. HOUSE.md allows it in `cache`, but
 * then the shared package would know a context.)
 */
@NullMarked
package io.clientele.cache.audit;

import org.jspecify.annotations.NullMarked;
