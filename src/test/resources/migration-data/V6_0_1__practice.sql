-- Rows for the migrations after this one to work on.
insert into learner (person_id, zone, daily, difficulties, topics, used_at) values
	(2, 'Europe/Berlin', 10, array['EASY'], array['ownership'], timestamp with time zone '2026-11-04 00:00:00+00');
insert into practice_session (id, learner_id, kind, title, counted, zone, started_at, closed) values
	(1, 1, 'TODAY', 'Today', true, 'Europe/Berlin', timestamp with time zone '2026-11-04 00:00:00+00', true);
insert into attempt (session_id, place, learner_id, question_id, counted, answer, answered_at, covered, missed, grade,
		graded_at) values
	(1, 1, 1, 7, true, 'By a queue.', timestamp with time zone '2026-11-04 00:01:00+00', array['x'], array['y'], 'GOOD',
		timestamp with time zone '2026-11-04 00:02:00+00');
insert into card (learner_id, question_id, state, step, stability, difficulty, reviewed_at, due_at, reviews, first_grade)
	values (1, 7, 'REVIEW', 0, 2.3, 5, timestamp with time zone '2026-11-04 00:02:00+00',
		timestamp with time zone '2026-11-06 00:02:00+00', 1, 'GOOD');
