-- A star and a note, fitted weights, and a mail.
insert into bookmark (learner_id, question_id, starred_at, note, version) values
	(1, 11, timestamp with time zone '2026-11-11 08:00:00+00', 'Nachlesen 📖', 1);
update learner set marked = true, calendar_hash = 'calendar';
insert into learner_weights (learner_id, enabled, claimed_at, kept, weights, reviews, predictions, loss_before, loss_after,
		calibration) values
	(1, false, timestamp with time zone '2026-11-11 08:00:00+00', false, array[0.1, -2.5, 1e-3], 2, 0, 0.5, 0.25,
		array[0.5]);
insert into mail_delivery (reference, state, changed_at) values
	('invitation-1', 'SENT', timestamp with time zone '2026-11-11 08:00:00+00');
insert into person_link (purpose, token_hash, email, role, expires_at, created_by, name) values
	('INVITATION', 'link', 'cleo@example.org', 'INTERVIEWER', timestamp with time zone '2026-11-18 08:00:00+00', 1, 'Cleo');
