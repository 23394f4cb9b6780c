package io.clientele.testkit;

/**
 * What every {@link io.clientele.domain.views.ViewStaging} must do: {@link
 * io.clientele.domain.views.StagedViews}, each step atomic. Implement it in the test of your own:
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
        StagingSumsContract,
        StagingRulesContract {}
