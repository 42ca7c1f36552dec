-- A kit, and an interview that a guest has scored.
insert into kit (id, version, title, role, question_count, minutes, draft, created_at, changed_at, changed_by) values
	(1, 1, 'Integrationen', 'Engineer', 2, 25, '{"title":"Integrationen","role":"Engineer","notes":"","slot":45,"questions":[{"question":7,"revision":1,"minutes":15,"probes":[]},{"question":11,"revision":2,"minutes":10,"probes":["Und doppelte?"]}]}',
		timestamp with time zone '2026-11-07 08:00:00+00', timestamp with time zone '2026-11-07 08:00:00+00', 'Ada Lovelace');
insert into kit_revision (kit_id, number, draft, author, created_at)
	select id, 1, draft, changed_by, changed_at from kit;
alter table kit alter column id restart with 2;
insert into kit_pick (person_id, question_id) values (1, 11);
insert into interview (id, owner_id, owner_name, kit_id, kit_revision, title, role, notes, candidate, candidate_hash,
		held_on, held_at, zone, place, created_at) values
	(1, 1, 'Ada Lovelace', 1, 1, 'Integrationen', 'Engineer', 'Freundlich', 'Zoë', 'hash', date '2026-11-10',
		time '09:30:00', 'Europe/Berlin', 'Raum 1', timestamp with time zone '2026-11-07 09:00:00+00');
alter table interview alter column id restart with 2;
insert into interview_question (interview_id, position, question_id, revision, minutes, probes) values
	(1, 1, 7, 1, 15, cast(array[] as varchar(300) array)), (1, 2, 11, 2, 10, array['Und doppelte?']);
insert into interview_panellist (id, interview_id, person_id, guest, email, name, token_hash, version, submitted_version,
		recommendation, reason, submitted_at) values
	(1, 1, 1, false, 'ada@example.org', 'Ada Lovelace', null, 0, 0, null, '', null),
	(2, 1, null, true, 'guest@example.org', 'guest@example.org', 'token', 3, 3, 3, 'Klar und ruhig 🙂',
		timestamp with time zone '2026-11-10 10:30:00+00');
alter table interview_panellist alter column id restart with 3;
insert into interview_answer (panellist_id, position, rating, not_asked, points, notes, seconds) values
	(2, 1, 4, false, array[1, 2], 'Sehr gut', 600), (2, 2, null, true, cast(array[] as integer array), '', 0);
insert into interview_change (panellist_id, version, field, before_hash, window_id) values (1, 1, 'reason', 'hash', 'window');
insert into interview_event (interview_id, panellist_id, kind, created_at, author, reason, scorecard) values
	(1, null, 'CREATED', timestamp with time zone '2026-11-07 09:00:00+00', 'Ada Lovelace', '', null),
	(1, 2, 'SUBMITTED', timestamp with time zone '2026-11-10 10:30:00+00', 'guest@example.org', '', null);
