-- The row that the health check writes, so that health is down when nothing can be saved.

create table health_check (
	id smallint primary key constraint health_check_only_one check (id = 1),
	checked_at timestamp(6) with time zone not null
);

insert into health_check (id, checked_at) values (1, timestamp with time zone '2026-11-27 00:00:00+00');
