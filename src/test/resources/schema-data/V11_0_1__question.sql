-- A question with two revisions, text outside of ASCII and an answer of the maximum length.
insert into question (id, prompt, difficulty, sample_answer, key_points, probes, topics, status, audience, source,
		version, revision, created_at, changed_at, changed_by) values
	(11, 'Wie behandeln Sie verspätete Nachrichten? 你好 🚂', 'HARD',
		'Mit einer **Warteschlange**.' || repeat(' ä€😀', 3900), array['Idempotenz', 'Reihenfolge "egal"'],
		array['Und doppelte?'], array['messaging', 'late-data'], 'PUBLISHED', 'EVERYONE', 'Ada''s notes', 1, 12,
		timestamp with time zone '2026-11-05 08:00:00.123456+00',
		timestamp with time zone '2026-11-06 08:00:00.654321+00', 'Ada Lovelace');
insert into question_revision (id, question_id, number, draft, author, reason, made_at, batch) values
	(11, 11, 1, '{"prompt":"Wie behandeln Sie Nachrichten?","difficulty":"hard","sampleAnswer":"Mit Geduld.","keyPoints":[],"probes":[],"topics":["messaging"],"status":"draft","audience":"everyone","source":""}',
		'Ada Lovelace', 'First version', timestamp with time zone '2026-11-05 08:00:00.123456+00', null),
	(12, 11, 2, '{"prompt":"Wie behandeln Sie verspätete Nachrichten? 你好 🚂","difficulty":"hard","sampleAnswer":"Mit einer **Warteschlange**.' || repeat(' ä€😀', 3900) || '","keyPoints":["Idempotenz","Reihenfolge \"egal\""],"probes":["Und doppelte?"],"topics":["messaging","late-data"],"status":"published","audience":"everyone","source":"Ada''s notes"}',
		'Ada Lovelace', 'Late messages, too', timestamp with time zone '2026-11-06 08:00:00.654321+00', 12);
update bank set revision = 12, question = 11;
insert into question_difference (one, other, author) values (7, 11, 'Ada Lovelace');
insert into attempt (session_id, place, learner_id, question_id, counted, answer, answered_at, covered, missed, grade,
		graded_at, graded_zone, question_version) values
	(1, 2, 1, 11, true, 'Später 🐢', timestamp with time zone '2026-11-06 09:00:00+00', array['Idempotenz'],
		array['Reihenfolge "egal"'], 'AGAIN', timestamp with time zone '2026-11-06 09:01:00+00', 'Europe/Berlin', 2);
insert into card (learner_id, question_id, state, step, stability, difficulty, reviewed_at, due_at, reviews, first_grade)
	values (1, 11, 'LEARNING', 0, 0.2, 6.4, timestamp with time zone '2026-11-06 09:01:00+00',
		timestamp with time zone '2026-11-06 09:02:00+00', 1, 'AGAIN');
insert into person_identity (issuer, subject, person_id) values ('https://login.example.org', 'subject-2', 2);
insert into user_entities (id, name, display_name) values ('Ym9i', 'bob@example.org', 'Bob');
insert into user_credentials (credential_id, user_entity_user_id, public_key, signature_count, uv_initialized,
		backup_eligible, authenticator_transports, public_key_credential_type, backup_state, created, last_used, label)
	values ('a2V5', 'Ym9i', cast('binary key' as bytea), 3, true, true, 'internal', 'public-key', false,
		timestamp with time zone '2026-11-05 08:00:00+00', timestamp with time zone '2026-11-06 08:00:00+00', 'Phone');
