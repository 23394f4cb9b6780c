-- A role's settings may stop a request, but not a migration.
SET statement_timeout = 0;
SET lock_timeout = '10s';
