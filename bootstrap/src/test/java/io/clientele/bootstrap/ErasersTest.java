package io.clientele.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.persistence.identity.ApiKeyEraser;
import org.junit.jupiter.api.Test;

class ErasersTest {
  @Test
  void anErasureWithoutARunningServiceHasTheErasersOfAllContexts() {
    assertThat(DaggerErasers.create().all()).hasAtLeastOneElementOfType(ApiKeyEraser.class);
  }
}
