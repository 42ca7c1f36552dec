-- When two questions were marked as different: the mark is listed among the changes at the
-- desk. Marks from before have the time of this migration.

alter table question_difference add column created_at timestamp(6) with time zone default current_timestamp not null;

create index question_difference_created on question_difference (created_at);
