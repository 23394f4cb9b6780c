package io.clientele.testkit.views.staging;

/**
 * Staging executes {@link io.clientele.domain.views.staging.StagingState}, each step atomically.
 * Implement this contract in the test of your {@link
 * io.clientele.domain.views.staging.ViewStaging}:
 *
 * {@snippet file="io/clientele/cache/views/RedisViewStagingIT.java" region="contract" :
 * class RedisViewStagingIT implements ViewStagingContract {
 *   private static final Redis REDIS = TestRedis.patient(TestRedis.shared().url());
 *   private static final Redis AWAY = TestRedis.away();
 *
 *   @AfterAll
 *   static void close() {
 *     REDIS.close();
 *     AWAY.close();
 *   }
 *
 *   @Override
 *   public ViewStaging staging() {
 *     return new RedisViewStaging(REDIS, UUID.randomUUID());
 *   }
 *
 *   @Override
 *   public ViewStaging unreachableStaging() {
 *     return new RedisViewStaging(AWAY, UUID.randomUUID());
 *   }
 * }
 * }
 */
public interface ViewStagingContract
    extends StagingAddContract,
        StagingSealContract,
        StagingResetContract,
        StagingSnapshotContract,
        StagingRemovalContract,
        StagingRandomCallsContract {}
