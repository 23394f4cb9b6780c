package io.clientele.bootstrap;

import dagger.Binds;
import dagger.Module;
import io.clientele.http.Admission;
import io.clientele.http.identity.PasswordChangeAdmission;

/** Who is let in: whoever brings a good token. Apart, so that its cost can be measured. */
@Module
interface AdmissionModule {
  @Binds
  Admission admission(PasswordChangeAdmission bearers);
}
