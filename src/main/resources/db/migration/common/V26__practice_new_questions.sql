-- Questions that were created after a learner last decided about new ones are not in the goal
-- until the learner adds them, so that the readiness does not fall without an explanation. All
-- that exist now are in it. The second time is the last decision to leave new ones out.

alter table learner add column questions_as_of timestamp(6) with time zone default current_timestamp not null;
update learner set questions_as_of = coalesce((select max(created_at) from question), used_at);

alter table learner add column questions_left_out_at timestamp(6) with time zone;

create index question_created on question (created_at);
