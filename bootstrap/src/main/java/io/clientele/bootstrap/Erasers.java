package io.clientele.bootstrap;

import dagger.Component;
import io.clientele.persistence.change.PersonalDataEraser;
import jakarta.inject.Singleton;
import java.util.Set;

/** The component of erasures without a running service: the erasers of all contexts. */
@Singleton
@Component(modules = Contexts.class)
interface Erasers {
  Set<PersonalDataEraser> all();
}
