GRANT SELECT, INSERT, UPDATE ON product TO ${role};
-- The past of prices stays: only the end of a price changes.
GRANT SELECT, INSERT ON product_price TO ${role};
GRANT UPDATE (to_at) ON product_price TO ${role};
GRANT SELECT ON product_published_offer, product_published_price TO ${role};
