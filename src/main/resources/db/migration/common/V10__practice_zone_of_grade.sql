-- The time zone in which an answer was graded: the practice day of a grade stays what it
-- was when the learner travels. Sessions kept the zone in which they began.

alter table attempt add column graded_zone varchar(60);

update attempt set graded_zone = (select zone from practice_session where id = attempt.session_id)
where grade is not null;
