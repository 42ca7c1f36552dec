-- An import with a row that was refused.
insert into question_import (id, author, created_at, file_name, format, status, audience, state, progress_at, batch) values
	(1, 'Ada Lovelace', timestamp with time zone '2026-11-12 08:00:00+00', 'fragen.csv', 'csv', 'draft', 'everyone',
		'APPLIED', timestamp with time zone '2026-11-12 08:01:00+00', 12);
alter table question_import alter column id restart with 2;
insert into question_import_row (import_id, position, kind, entry, problems, taken, refusal) values
	(1, 1, 'ERROR', '{}', 'No prompt.', false, 'Not valid');
