GRANT SELECT, INSERT, UPDATE ON orders, order_line, shipment TO ${role};
