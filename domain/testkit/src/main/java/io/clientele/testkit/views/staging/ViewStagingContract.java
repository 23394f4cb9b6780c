package io.clientele.testkit.views.staging;

/**
 * Staging executes {@link io.clientele.domain.views.staging.StagingState}, each step atomically.
 * Implement this contract in the test of your {@link
 * io.clientele.domain.views.staging.ViewStaging}:
 *
 * <pre>{@code
 * class RedisViewStagingIT implements ViewStagingContract {
 *   private static final Server SERVER = Server.started(); // once for all tests of the class
 *
 *   @Override
 *   public ViewStaging staging() {
 *     return new RedisViewStaging(SERVER.connection(), "test-" + UUID.randomUUID());
 *   }
 *
 *   @Override
 *   public ViewStaging unreachableStaging() {
 *     return new RedisViewStaging(Server.thatNobodyStarted().connection(), "away");
 *   }
 * }
 * }</pre>
 */
public interface ViewStagingContract
    extends StagingAddContract,
        StagingSealContract,
        StagingResetContract,
        StagingSnapshotContract,
        StagingRemovalContract,
        StagingRandomCallsContract {}
