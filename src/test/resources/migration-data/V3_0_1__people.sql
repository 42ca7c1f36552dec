-- Rows for the migrations after this one to work on.
insert into person (email, name, password, role, enabled, version, created_at) values
	('ada@example.org', 'Ada Lovelace', 'x', 'ADMINISTRATOR', true, 0, timestamp with time zone '2026-11-01 00:00:00+00'),
	('bob@example.org', 'Bob', 'x', 'CANDIDATE', true, 0, timestamp with time zone '2026-11-02 00:00:00+00');
insert into person_browser (person_id, token_hash, used_at) values
	(1, 'a', timestamp with time zone '2026-11-03 00:00:00+00');
insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time,
		principal_name) values
	('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', 1, 2, 3, 4, 'ada@example.org');
