-- What is left of the attempts that somebody is allowed, as Bucket4j writes it down. Of
-- who it is there is only the hash. All attempts are there again at full_at, in
-- milliseconds since 1970: a row whose time has come says nothing, and is deleted.
create table allowance (
	key_hash char(64) not null primary key,
	bucket bytea not null,
	full_at bigint not null
);

create index allowance_full_at on allowance (full_at);
