package io.clientele.domain.identity;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void anActorHasAName(String blank) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Actor(blank, Set.of(), Set.of(), null))
        .withMessage("name is blank");
  }
}
