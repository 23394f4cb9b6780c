DROP SCHEMA IF EXISTS plain CASCADE;
CREATE SCHEMA plain;
CREATE TABLE plain.pocket (id integer PRIMARY KEY, balance numeric(38, 2) NOT NULL CHECK (balance >= 0)) WITH (fillfactor = 50);
CREATE TABLE plain.transfer (id uuid PRIMARY KEY, source integer NOT NULL, target integer NOT NULL, amount numeric(38, 2) NOT NULL, at timestamptz NOT NULL DEFAULT now());
INSERT INTO plain.pocket SELECT id, 1000000 FROM generate_series(1, 1000) AS id
