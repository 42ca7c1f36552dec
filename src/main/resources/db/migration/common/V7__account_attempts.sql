-- What is left of the attempts that somebody is allowed: all of them from full_at on, in
-- milliseconds since 1970, and fewer the further off that is. Of who it is there is only
-- the hash. A row whose time has come says nothing, and is deleted.
create table allowance (
	key_hash char(64) not null primary key,
	full_at bigint not null
);

create index allowance_full_at on allowance (full_at);
