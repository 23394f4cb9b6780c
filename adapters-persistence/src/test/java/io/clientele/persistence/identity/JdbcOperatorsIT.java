package io.clientele.persistence.identity;

import io.clientele.testkit.identity.OperatorsContract;

class JdbcOperatorsIT extends JdbcIdentityFixture implements OperatorsContract {}
