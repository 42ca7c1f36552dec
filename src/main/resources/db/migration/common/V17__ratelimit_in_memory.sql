-- Token buckets of the rate limiter are kept in memory.
drop table allowance;
