-- The number of the question's revision that an attempt showed with the sample answer, and
-- whose key points its ticks refer to. Null in attempts that are not answered yet, and in those
-- from before this column. No foreign key to question_revision, whose rows are never deleted: its
-- index would cost space and time in the largest table.

alter table attempt add column question_version integer
	constraint attempt_question_version check (question_version > 0);
