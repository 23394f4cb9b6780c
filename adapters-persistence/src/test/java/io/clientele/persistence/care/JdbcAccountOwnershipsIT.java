package io.clientele.persistence.care;

import io.clientele.testkit.care.AccountOwnershipsContract;

class JdbcAccountOwnershipsIT extends JdbcCareFixture implements AccountOwnershipsContract {}
