package io.clientele.testkit.views.staging;

/**
 * What every {@link io.clientele.domain.views.staging.ViewStaging} must do: {@link
 * io.clientele.domain.views.staging.StagingState}, each step atomic. Implement it in the test of
 * your own:
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
 *   public ViewStaging stagingAway() {
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
