package io.clientele.persistence.identity;

import io.clientele.testkit.identity.SessionsContract;

class JdbcSessionsIT extends JdbcIdentityFixture implements SessionsContract {}
