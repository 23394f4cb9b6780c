GRANT SELECT, INSERT, UPDATE ON orders, order_line, shipment TO ${role};
GRANT SELECT, INSERT, UPDATE ON order_summary TO ${role};
GRANT SELECT ON order_summary_truth TO ${role};
