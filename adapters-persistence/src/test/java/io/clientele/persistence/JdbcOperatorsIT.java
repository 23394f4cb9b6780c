package io.clientele.persistence;

import io.clientele.testkit.OperatorsContract;

class JdbcOperatorsIT extends JdbcIdentity implements OperatorsContract {}
