-- H2 ties "in (...)" in a check to the connection that wrote it: once that is closed, as
-- pools do after half an hour, nothing can be written until the database is opened anew.
-- "= any (array[...])" says the same and is not tied.

alter table question drop constraint question_difficulty;
alter table question drop constraint question_status;
alter table question drop constraint question_audience;
alter table question add constraint question_difficulty check (difficulty = any (array['EASY', 'MEDIUM', 'HARD']));
alter table question add constraint question_status check (status = any (array['DRAFT', 'PUBLISHED', 'RETIRED']));
alter table question add constraint question_audience check (audience = any (array['EVERYONE', 'INTERVIEWERS']));
