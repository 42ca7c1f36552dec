-- Who changed a question last, so that lists can be filtered and sorted by it.

alter table question add column changed_by varchar(100);

update question set changed_by = (select author from question_revision where id = question.revision);

alter table question alter column changed_by set not null;

-- Revisions that were made at once bear the id of the first of them, and are taken back at once.

alter table question_revision add column batch bigint;

create index question_revision_batch on question_revision (batch);

-- Questions that look alike and are not.

create table question_difference (
	one bigint not null references question,
	other bigint not null references question,
	author varchar(100) not null,
	primary key (one, other),
	constraint question_difference_order check (one < other)
);
