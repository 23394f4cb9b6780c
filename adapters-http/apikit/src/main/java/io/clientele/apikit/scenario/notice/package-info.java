/**
 * The scenario of notices. Uses the shared scenario package. Start at {@link
 * io.clientele.apikit.scenario.notice.NoticeScenario}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.apikit.scenario.notice;
