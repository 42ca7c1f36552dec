-- Names of columns by the terms of the field.

alter table attempt rename column place to position;
alter table attempt rename constraint attempt_place to attempt_position;

alter table learner rename column daily to daily_limit;

alter table practice_session rename column begun_with to first_session_id;

alter table question_revision rename column made_at to created_at;

-- Sessions of the plan had a title that lists of past sessions cannot use.
update practice_session set title = 'Daily practice' where kind = 'TODAY' and title = 'Today';
