package io.clientele.persistence;

import io.clientele.testkit.SessionsContract;

class JdbcSessionsIT extends JdbcIdentity implements SessionsContract {}
