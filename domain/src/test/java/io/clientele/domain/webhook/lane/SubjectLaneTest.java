package io.clientele.domain.webhook.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.event.ChangeSubject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubjectLaneTest {
  @Test
  void theLaneIsTheBeginningOfTheHashOfKindAndId() {
    // sha256sum of operator:7 begins with 2641f81de83be7df, and the last 6 bits of that are 31.
    assertThat(lane("operator:7", 64)).isEqualTo(31);
  }

  @Test
  void aSubjectKeepsItsLaneInAllVersions() {
    var about = ChangeSubject.named("operator:7");
    assertThat(SubjectLane.of(about.at(9), 16)).isEqualTo(SubjectLane.of(about.at(1), 16));
  }

  @Test
  void oneLaneTakesAll() {
    assertThat(IntStream.range(0, 100).map(i -> lane("operator:" + i, 1))).containsOnly(0);
  }

  @Test
  void subjectsSpreadOverAllLanes() {
    var counts =
        IntStream.range(0, 6_400)
            .mapToObj(i -> lane("operator:" + i, 64))
            .collect(Collectors.groupingBy(lane -> lane, Collectors.counting()));
    assertThat(counts.keySet()).hasSize(64);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(55L, 160L));
  }

  private static int lane(String subject, int lanes) {
    return SubjectLane.of(ChangeSubject.named(subject), lanes);
  }
}
