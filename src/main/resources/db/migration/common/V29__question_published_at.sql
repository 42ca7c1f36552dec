-- Questions are new to a learner from their publication, not from their creation as a draft. The column is null until the
-- question is published to its audience for the first time. The index has all columns by which new questions are counted.

alter table question add column published_at timestamp(6) with time zone;
update question set published_at = created_at where status <> 'DRAFT';

drop index question_created;
create index question_published on question (published_at, status, audience, difficulty, topics);
