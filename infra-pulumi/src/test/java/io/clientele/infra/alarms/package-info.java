/**
 * Every CloudWatch alarm, replayed on series that must and must not fire. {@link
 * io.clientele.infra.alarms.AlarmReplay} judges as CloudWatch does. Start at {@code
 * AlarmReplayTest}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.alarms;
